package uk.referralline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.referralline.duty.OpeningHours;
import uk.referralline.ivr.Finding;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;
import uk.referralline.yaml.NativeCheck;
import uk.referralline.yaml.Upkeep;

/** What somebody has to do about the files of a folder although nothing in them is wrong: the days pass. */
final class Upkeeps {
    private Upkeeps() {}

    /** Warnings: files whose review is overdue, bank holidays that run out, texts that wait for a native speaker. */
    static List<Finding> due(FolderFiles files, LocalDate today) {
        Map<String, String> texts = new TreeMap<>(files.calendar());
        texts.putAll(files.script().texts());
        List<Fault> due = new ArrayList<>();
        texts.forEach((name, text) -> Entry.read(name, text, new Faults())
                .flatMap(Upkeep::read)
                .flatMap(upkeep -> upkeep.overdue(today))
                .ifPresent(due::add));
        holidays(files, today).ifPresent(due::add);
        return Stream.concat(due.stream().map(fault -> warning(fault, "")), unchecked(files))
                .toList();
    }

    /** Texts that no native speaker has read; the check of the call script tells of its prompts. */
    private static Stream<Finding> unchecked(FolderFiles files) {
        return files.script().texts().entrySet().stream()
                .filter(file -> file.getKey().startsWith("sms/"))
                .flatMap(file -> Entry.read(file.getKey(), file.getValue(), new Faults()).stream())
                .flatMap(top -> NativeCheck.missing(top).stream())
                .map(who -> new Fault(who.file(), who.line(), NativeCheck.KEY, NativeCheck.WAITS))
                .map(fault -> warning(fault, NativeCheck.SUGGESTION));
    }

    private static Finding warning(Fault fault, String suggestion) {
        return new Finding(Finding.Severity.WARNING, fault, suggestion);
    }

    private static Optional<Fault> holidays(FolderFiles files, LocalDate today) {
        var unread = new Faults();
        return OpeningHours.read(
                        files.text(OpeningHours.HOURS_FILE, unread),
                        files.text(OpeningHours.HOLIDAYS_FILE, unread),
                        unread::add)
                .flatMap(hours -> hours.alarm(today))
                .map(alarm -> new Fault(OpeningHours.HOLIDAYS_FILE, 0, "", alarm));
    }
}
