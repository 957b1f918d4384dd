package uk.referralline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.referralline.duty.OpeningHours;
import uk.referralline.ivr.Finding;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;
import uk.referralline.yaml.Upkeep;

/** What somebody has to do about the files of a folder although nothing in them is wrong: the days pass. */
final class Upkeeps {
    private Upkeeps() {}

    /** Warnings: files whose review is overdue, and bank holidays that run out. */
    static List<Finding> due(FolderFiles files, LocalDate today) {
        Map<String, String> texts = new TreeMap<>(files.calendar());
        texts.putAll(files.script().texts());
        List<Fault> due = new ArrayList<>();
        texts.forEach((name, text) -> Entry.read(name, text, new Faults())
                .flatMap(Upkeep::read)
                .flatMap(upkeep -> upkeep.overdue(today))
                .ifPresent(due::add));
        holidays(files, today).ifPresent(due::add);
        return due.stream()
                .map(fault -> new Finding(Finding.Severity.WARNING, fault, ""))
                .toList();
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
