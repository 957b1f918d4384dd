package uk.referralline;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.referralline.casework.DueTimes;
import uk.referralline.casework.EligibilityRules;
import uk.referralline.casework.Promises;
import uk.referralline.duty.OpeningHours;
import uk.referralline.escalation.AlertWords;
import uk.referralline.ivr.Script;
import uk.referralline.ivr.ScriptFiles;
import uk.referralline.ivr.ScriptReader;
import uk.referralline.play.Stage;
import uk.referralline.sms.QuietHours;
import uk.referralline.sms.SmsLanguages;
import uk.referralline.yaml.Faults;

/**
 * Everything in {@code ivr-scripts/}: the call script, the texts, the hours, the holidays, the due times, who qualifies, and
 * what advocates work by; all read and found right, or refused with every fault at once.
 */
record ScriptFolder(
        ScriptFiles script,
        SmsLanguages texts,
        OpeningHours hours,
        DueTimes dueTimes,
        EligibilityRules eligibility,
        WorkRules work) {
    /** A UK number is never written longer. */
    static final String LONGEST_NUMBER = "0300 000 0000";

    /**
     * Reads what goes with the call script; the script itself is left to its own reader.
     *
     * @param line the line's number as a text writes it
     * @throws uk.referralline.yaml.FaultyFiles with every fault in every file
     */
    static ScriptFolder of(FolderFiles files, String line) {
        var faults = new Faults();
        files.text(ScriptFiles.TEXTS, faults);
        SmsLanguages texts = SmsLanguages.read(ScriptFiles.TEXTS, files.script().texts(), line, faults);
        Optional<OpeningHours> hours = OpeningHours.read(
                files.text(OpeningHours.HOURS_FILE, faults),
                files.text(OpeningHours.HOLIDAYS_FILE, faults),
                faults::add);
        Optional<Promises> promises = Promises.read(files.text(Promises.FILE, faults), faults::add);
        Optional<EligibilityRules> eligibility =
                EligibilityRules.read(files.text(EligibilityRules.FILE, faults), faults::add);
        Optional<WorkRules> work = WorkRules.read(files, hours, faults);
        SharedAnswers.check(files, faults);
        AlertWords.check(texts.english(), faults::add);
        faults.throwIfAny();
        return new ScriptFolder(
                files.script(),
                texts,
                hours.orElseThrow(),
                new DueTimes(hours.orElseThrow(), promises.orElseThrow()),
                eligibility.orElseThrow(),
                work.orElseThrow());
    }

    /** The same, for looking at scripts: whatever the line's number is, the texts must fit the longest. */
    static ScriptFolder read(Optional<Path> folder) {
        return of(FolderFiles.read(folder), LONGEST_NUMBER);
    }

    /** The texts among the files of a version, which were found right when it was kept. */
    static SmsLanguages texts(ScriptFiles version, String line) {
        Map<String, String> files = new TreeMap<>(version.texts());
        // Versions were once kept without their texts.
        files.computeIfAbsent(ScriptFiles.TEXTS, ScriptFiles.packaged().texts()::get);
        return SmsLanguages.read(ScriptFiles.TEXTS, files, line, new Faults());
    }

    /** The call script. @throws uk.referralline.yaml.FaultyFiles with every fault */
    Script read() {
        return ScriptReader.read(script);
    }

    /** What a call needs that is walked without a phone. */
    Stage stage() {
        return new Stage(read(), hours, dueTimes);
    }

    QuietHours quietHours() {
        return new QuietHours(hours);
    }
}
