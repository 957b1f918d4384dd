package uk.referralline.console;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.referralline.casework.CaseFile;
import uk.referralline.casework.NumberKnown;
import uk.referralline.casework.OpenCallback;
import uk.referralline.casework.Wards;
import uk.referralline.number.NumberPlan;

/** The numbers of a case as its page shows them: whose each is, and what is allowed on it now. */
public record CaseNumbers(CaseFile file, NumberPlan plan, Wards wards) {

    /** Whether a number is not the person's but that of whoever refers them. */
    public boolean isReferrers(NumberKnown number) {
        return file.referral()
                .filter(referral -> referral.number().equals(number.number()))
                .isPresent();
    }

    /** Numbers that nobody calls or texts. */
    public List<NumberKnown> blocked() {
        return file.numbers().stream()
                .filter(each -> each.blocked().isPresent())
                .toList();
    }

    /** The person's numbers on which texts are allowed now, in words. */
    public String textable() {
        return theirs().filter(NumberKnown::mayText)
                .map(each -> plan.written(each.number()))
                .collect(Collectors.joining(" and "));
    }

    private Stream<NumberKnown> theirs() {
        return file.numbers().stream().filter(each -> each.blocked().isEmpty() && !isReferrers(each));
    }

    /** Numbers of the person on which a call may be promised. */
    public List<NumberKnown> callable() {
        return file.noCall().isPresent() ? List.of() : theirs().toList();
    }

    /** Whether there is somebody who refers the person, and may be called. */
    public boolean mayCallReferrer() {
        return file.referral().isPresent()
                && file.alerts().isEmpty()
                && file.numbers().stream()
                        .noneMatch(each -> isReferrers(each) && each.blocked().isPresent());
    }

    /** What is allowed on a number now, in words: nothing on one that is blocked, or while an alert stands. */
    public String allowed(NumberKnown number) {
        if (number.blocked().isPresent()) {
            return "blocked: " + CaseWords.plain(number.blocked().get()) + ". Nobody calls or texts it";
        }
        String given = (number.mayLeaveMessage() ? "a message may be left" : "no message") + " · "
                + (number.mayText() ? "texts allowed" : "no texts");
        return file.alerts().isEmpty() ? given : "nobody calls or texts while the alert stands; before: " + given;
    }

    /** Whether it is the one of several numbers that the promised call goes to. */
    public boolean isToCall(NumberKnown number) {
        return file.numbers().size() > 1
                && file.callback()
                        .flatMap(OpenCallback::number)
                        .filter(number.number()::equals)
                        .isPresent();
    }

    /** The phones that we know of a hospital or ward, each with where it is, in words. */
    public List<String> phonesAt(String id) {
        return wards.places().stream()
                .filter(place -> place.id().equals(id)
                        || place.hospital()
                                .filter(whole -> whole.id().equals(id))
                                .isPresent())
                .flatMap(place -> place.phones().stream().map(phone -> place.name() + ": " + plan.written(phone)))
                .toList();
    }
}
