package uk.referralline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import uk.referralline.casework.DueTimes;
import uk.referralline.casework.Promises;
import uk.referralline.duty.OpeningHours;
import uk.referralline.ivr.ScriptFiles;
import uk.referralline.sms.SmsTemplates;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;

/**
 * Everything in {@code ivr-scripts/}: the call script, the texts, the hours, the holidays and the due times, all read and
 * found right, or refused with every fault at once.
 */
record ScriptFolder(ScriptFiles script, SmsTemplates texts, OpeningHours hours, DueTimes dueTimes) {
    private static final String SMS = "sms/en-GB.yaml";

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
        faults.throwIfAny();
        ScriptFiles script = folder.map(ScriptFiles::in).orElseGet(ScriptFiles::packaged);
        return new ScriptFolder(
                script, texts, hours.orElseThrow(), new DueTimes(hours.orElseThrow(), promises.orElseThrow()));
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
