package uk.referralline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import uk.referralline.audit.Subject;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.CallOrder;
import uk.referralline.duty.Rotas;
import uk.referralline.duty.ShiftId;
import uk.referralline.duty.WeeklyShift;

/** Puts a shift on the rota. */
@Command(
        name = "add",
        description = "Add a shift of every week; with the same first and last day it is cover for that day.",
        mixinStandardHelpOptions = true)
final class RotaAddCommand implements Callable<Integer> {

    @ParentCommand
    private RotaCommand rota;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "LOGIN", description = "What the person signs in with.")
    private String login;

    @Parameters(paramLabel = "DAY", converter = RotaWords.Weekday.class, description = "Such as tuesday.")
    private DayOfWeek day;

    @Parameters(paramLabel = "FROM", converter = RotaWords.Time.class, description = "Such as 09:00.")
    private LocalTime from;

    @Parameters(
            paramLabel = "TO",
            converter = RotaWords.Time.class,
            description = "Such as 17:00; no later than FROM means on the next day.")
    private LocalTime to;

    @Option(
            names = "--since",
            converter = RotaWords.Date.class,
            description = "The first day, such as 2026-11-24; today if not given.")
    private LocalDate since;

    @Option(names = "--until", converter = RotaWords.Date.class, description = "The last day, if there is one.")
    private LocalDate until;

    @Option(
            names = "--order",
            defaultValue = "first",
            converter = RotaWords.Order.class,
            description = "When they are called: first, second, third or manager; ${DEFAULT-VALUE} if not given.")
    private CallOrder order;

    @Option(names = "--by", required = true, description = "What the manager who wants it signs in with.")
    private String by;

    @Override
    public Integer call() {
        LocalDate first = since == null ? rota.today() : since;
        if (until != null && until.isBefore(first)) {
            throw new ParameterException(command.commandLine(), "--until is before the first day: give a later day.");
        }
        return rota.change(by, (handle, request) -> {
            AdvocateId person = RotaCommand.person(handle, login);
            var shift = new WeeklyShift(person, day, from, to, order, first, Optional.ofNullable(until));
            ShiftId id = new Rotas().add(handle, shift, request);
            return new RotaCommand.Done(
                    Subject.of("shift", id.value()), "shift-added", "Shift " + id.value() + " is on the rota.");
        });
    }
}
