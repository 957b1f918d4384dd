package uk.referralline;

import java.util.List;
import java.util.Optional;
import uk.referralline.casework.AttemptRules;
import uk.referralline.casework.UrgencyRules;
import uk.referralline.casework.Wards;
import uk.referralline.duty.OpeningHours;
import uk.referralline.escalation.EscalationRules;
import uk.referralline.ivr.ScriptFiles;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;

/** What advocates work by once a call is over. */
record WorkRules(AttemptRules attempts, UrgencyRules urgency, Wards wards, EscalationRules escalation) {

    /** The names of the files. */
    static final List<String> FILES = List.of(AttemptRules.FILE, UrgencyRules.FILE, Wards.FILE, EscalationRules.FILE);

    private static final String HOSPITALS = "place";

    /** Empty when a fault was noted. @param hours empty when they could not be read */
    static Optional<WorkRules> read(FolderFiles files, Optional<OpeningHours> hours, Faults faults) {
        Optional<AttemptRules> attempts = AttemptRules.read(files.text(AttemptRules.FILE, faults), hours, faults::add);
        Optional<UrgencyRules> urgency = UrgencyRules.read(files.text(UrgencyRules.FILE, faults), faults::add);
        Optional<Wards> wards = Wards.read(files.text(Wards.FILE, faults), faults::add);
        Optional<EscalationRules> escalation =
                EscalationRules.read(files.text(EscalationRules.FILE, faults), faults::add);
        wards.ifPresent(known -> everyHospital(files.script(), known, faults));
        if (attempts.isEmpty() || urgency.isEmpty() || wards.isEmpty() || escalation.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new WorkRules(attempts.get(), urgency.get(), wards.get(), escalation.get()));
    }

    /** A caller who says "at Manor Hospital" must not come to an advocate as a place that nobody knows. */
    private static void everyHospital(ScriptFiles script, Wards wards, Faults faults) {
        String line = script.texts().getOrDefault(ScriptFiles.LINE, "");
        // A call script that cannot be read is told by its own reader.
        Entry.read(ScriptFiles.LINE, line, new Faults())
                .flatMap(file -> file.child("fields"))
                .flatMap(fields -> fields.child(HOSPITALS))
                .ifPresent(hospitals -> hospitals.items().stream()
                        .filter(Entry::isText)
                        .filter(hospital -> !wards.isHospital(hospital.text()))
                        .forEach(hospital -> faults.add(new Fault(
                                ScriptFiles.LINE,
                                hospital.line(),
                                HOSPITALS,
                                "\"%s\" is no hospital of %s; add it there.".formatted(hospital.text(), Wards.FILE)))));
    }
}
