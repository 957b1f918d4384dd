package uk.referralline.console;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.referralline.call.CallStory;
import uk.referralline.casework.CaseFile;
import uk.referralline.casework.CaseHead;
import uk.referralline.casework.Link;
import uk.referralline.casework.Merge;
import uk.referralline.casework.NumberKnown;
import uk.referralline.timeline.Entry;
import uk.referralline.timeline.Timeline;

/** Everything about one case as plain text: what is known, what happened, and what was said on its calls. */
final class CaseCopy {
    private final CaseView view;
    private final Function<Entry, List<CallStory.Told>> story;
    private final StringBuilder text = new StringBuilder();

    /** @param story what was said on the call of an entry; empty for others */
    CaseCopy(CaseView view, Function<Entry, List<CallStory.Told>> story) {
        this.view = view;
        this.story = story;
    }

    /** @param why it is made */
    String text(String why) {
        CaseHead head = view.head();
        line("CONFIDENTIAL: advocacy referral line");
        line("Case " + CaseWords.reference(head.reference()));
        line("Copied on " + Times.dateAndTime(view.now()) + " by "
                + view.reader().name() + ". Why: " + why);
        head(head);
        known();
        callers();
        happened();
        related();
        return text.toString();
    }

    private void head(CaseHead head) {
        title("The case");
        pair("Kind", CaseWords.kind(head.kind()));
        pair("State", CaseWords.plain(head.status().word()));
        head.outcome().ifPresent(outcome -> pair("Outcome", CaseWords.outcome(outcome)));
        pair("Opened", Times.dateAndTime(head.openedAt()));
        pair(
                head.closedAt().isPresent() ? "Closed" : "Due",
                Times.dateAndTime(head.closedAt().orElse(head.dueAt())));
        pair(
                "Urgency",
                head.urgency().name() + " " + head.urgency().word()
                        + head.urgencyWhy().map(why -> ": " + why).orElse(""));
        pair(
                "Qualifies",
                CaseWords.plain(head.eligibility().word()) + ". "
                        + head.eligibility().next());
        head.ownerName().ifPresent(owner -> pair("Owner", owner));
    }

    private void known() {
        title("What we know");
        view.facts().forEach(this::pair);
        view.file().numbers().forEach(number -> pair("Number", number(number)));
        view.file().referral().ifPresent(referral -> pair("Referred by", referral(referral)));
        for (CaseFile.Need need : view.file().needs()) {
            pair(
                    "Need",
                    CaseWords.need(need.need())
                            + need.detail().map(detail -> ": " + detail).orElse(""));
        }
        for (CaseFile.Alert alert : view.file().alerts()) {
            pair("Safety alert", CaseWords.said(alert.reason()) + ", " + Times.dateAndTime(alert.raisedAt()));
        }
        view.file().noCall().ifPresent(why -> pair("No call", why));
    }

    private String number(NumberKnown number) {
        return view.written(number.number()) + ", "
                + (view.numbers().isReferrers(number)
                        ? "of whoever refers them"
                        : number.ownPhone() ? "their own phone" : "not their own phone")
                + ", "
                + (number.mayLeaveMessage() ? "a message may be left" : "no message") + ", "
                + (number.mayText() ? "texts allowed" : "no texts")
                + number.blocked()
                        .map(why -> ", blocked: " + CaseWords.plain(why))
                        .orElse("");
    }

    private String referral(CaseFile.Referral referral) {
        return CaseWords.plain(referral.role()) + ", " + view.written(referral.number())
                + referral.extension()
                        .map(extension -> ", extension " + extension)
                        .orElse("");
    }

    private void callers() {
        if (view.file().messages().isEmpty()) {
            return;
        }
        title("Left messages (their sound is not in this copy)");
        view.file()
                .messages()
                .forEach(message -> line(Times.dateAndTime(message.leftAt())
                        + message.seconds()
                                .map(seconds -> ", " + seconds + " seconds")
                                .orElse("")));
    }

    private void happened() {
        title("What happened, the newest first");
        view.timeline().forEach(this::entry);
        if (view.timeline().size() == Timeline.MOST) {
            line("Only the newest " + Timeline.MOST + " entries are in this copy.");
        }
    }

    private void entry(Entry entry) {
        line(Times.dateAndTime(entry.at()) + entry.who().map(who -> ", " + who).orElse("") + ": "
                + CaseWords.title(entry) + (entry.word().equals("corrected") ? " (was corrected)" : ""));
        Optional.of(view.detail(entry)).filter(detail -> !detail.isEmpty()).ifPresent(this::indented);
        entry.reason()
                .filter(why -> !entry.kind().equals("text-out"))
                .ifPresent(why -> indented("Why: " + CaseWords.said(why)));
        for (CallStory.Told told : story.apply(entry)) {
            indented((told.by() == CallStory.By.LINE ? "The line said " : "The caller ") + told.text());
        }
    }

    private void related() {
        if (view.file().links().isEmpty() && view.file().merges().isEmpty()) {
            return;
        }
        title("Other cases of the same person");
        for (Link link : view.file().links()) {
            line("Linked: " + CaseWords.reference(link.reference()) + ". " + CaseWords.how(link));
        }
        for (Merge merge : view.file().merges()) {
            line("Merged into this one: " + CaseWords.reference(merge.reference()) + ", "
                    + Times.dateAndTime(merge.mergedAt()) + ". " + merge.reason());
        }
    }

    private void title(String words) {
        line("");
        line(words.toUpperCase(java.util.Locale.UK));
    }

    private void pair(String name, String value) {
        line(name + (name.endsWith("?") ? " " : ": ") + value.replaceAll("\\R", "\n    "));
    }

    private void indented(String words) {
        line("    " + words.replaceAll("\\R", "\n    "));
    }

    /** Lines end as the text editors of an office expect (RFC 2046, 4.1.1). */
    private void line(String words) {
        text.append(words.replace("\n", "\r\n")).append("\r\n");
    }
}
