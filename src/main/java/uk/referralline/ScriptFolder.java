package uk.referralline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.referralline.call.UkKeypad;
import uk.referralline.casework.DueTimes;
import uk.referralline.casework.EligibilityRules;
import uk.referralline.casework.Promises;
import uk.referralline.duty.OpeningHours;
import uk.referralline.ivr.Finding;
import uk.referralline.ivr.Script;
import uk.referralline.ivr.ScriptFiles;
import uk.referralline.ivr.ScriptReader;
import uk.referralline.number.NumberPlan;
import uk.referralline.play.CheckReport;
import uk.referralline.play.Checker;
import uk.referralline.play.Stage;
import uk.referralline.sms.SmsTemplates;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;
import uk.referralline.yaml.FaultyFiles;

/**
 * Everything in {@code ivr-scripts/}: the call script, the texts, the hours, the holidays, the due times and who qualifies, all read and
 * found right, or refused with every fault at once.
 */
record ScriptFolder(
        ScriptFiles script, SmsTemplates texts, OpeningHours hours, DueTimes dueTimes, EligibilityRules eligibility) {
    private static final String SMS = "sms/en-GB.yaml";
    private static final String LONGEST_NUMBER = "0300 000 0000";

    /**
     * @param folder in place of the packaged one
     * @param line the line's number as a text writes it
     * @throws uk.referralline.yaml.FaultyFiles with every fault in every file
     */
    static ScriptFolder read(Optional<Path> folder, String line) {
        var faults = new Faults();
        Function<String, String> text = file -> text(folder, file, faults);
        SmsTemplates texts = SmsTemplates.read(SMS, text.apply(SMS), line, faults);
        Optional<OpeningHours> hours = OpeningHours.read(
                text.apply(OpeningHours.HOURS_FILE), text.apply(OpeningHours.HOLIDAYS_FILE), faults::add);
        Optional<Promises> promises = Promises.read(text.apply(Promises.FILE), faults::add);
        Optional<EligibilityRules> eligibility = EligibilityRules.read(text.apply(EligibilityRules.FILE), faults::add);
        faults.throwIfAny();
        ScriptFiles script = folder.map(ScriptFiles::in).orElseGet(ScriptFiles::packaged);
        return new ScriptFolder(
                script,
                texts,
                hours.orElseThrow(),
                new DueTimes(hours.orElseThrow(), promises.orElseThrow()),
                eligibility.orElseThrow());
    }

    /** The same, for looking at scripts: whatever the line's number is, the texts must fit the longest. */
    static ScriptFolder read(Optional<Path> folder) {
        return read(folder, LONGEST_NUMBER);
    }

    /** The call script. @throws uk.referralline.yaml.FaultyFiles with every fault */
    Script read() {
        return ScriptReader.read(script);
    }

    /** What a call needs that is walked without a phone. */
    Stage stage() {
        return new Stage(read(), hours, dueTimes);
    }

    /** Whether the script may answer the phone. The callers of the check have drama numbers, on a real line too. */
    CheckReport check() {
        return new Checker(new UkKeypad(new NumberPlan(true)), texts.names()).check(script);
    }

    /**
     * Refuses a folder that somebody has changed and whose script may not answer the phone. The packaged one was walked whole
     * when it was built; walking takes seconds, so here the script is only looked at, and {@code check} walks it.
     *
     * @throws uk.referralline.yaml.FaultyFiles with every error
     */
    ScriptFolder refusedIfWrong() {
        List<Fault> errors = new Checker(new UkKeypad(new NumberPlan(true)), texts.names())
                .look(script).stream()
                        .filter(Finding::isError)
                        .map(Finding::whole)
                        .toList();
        if (!errors.isEmpty()) {
            throw new FaultyFiles(errors);
        }
        return this;
    }

    private static String text(Optional<Path> folder, String file, Faults faults) {
        try {
            if (folder.isPresent()) {
                return Files.readString(folder.get().resolve(file));
            }
            try (InputStream packaged = ScriptFolder.class.getResourceAsStream("/ivr-scripts/" + file)) {
                return new String(packaged.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException missing) {
            faults.add(new Fault(file, 0, "", "The file is missing or cannot be read."));
            return "";
        }
    }
}
