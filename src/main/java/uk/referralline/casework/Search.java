package uk.referralline.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import uk.referralline.number.NumberPlan;
import uk.referralline.number.PhoneNumber;

/**
 * Finds cases by one line of typing: a reference, a number or its end, or words. Words are looked for in wards, hospitals, names,
 * organisations and notes; all of them have to be there, in one place or another. Open cases come first, then what was typed
 * exactly before what is spelt like it, then the newest.
 */
public final class Search {
    /** Cases in an answer, at most. */
    public static final int MOST = 50;

    /** People type it behind a hospital's name, which is kept without it. */
    private static final String KIND_OF_PLACE = "hospital";

    private static final int LONGEST = 200;
    private static final int SHORTEST_END = 4;
    private static final Pattern DIGITS = Pattern.compile("(?i)(?:(?:ref|reference)\\b)?[ .:#]*([0-9+(][0-9 ,.()/-]*)");

    private final NumberPlan plan;

    /** @param plan reads the numbers that are typed */
    public Search(NumberPlan plan) {
        this.plan = plan;
    }

    /**
     * The cases that fit what was typed, the likeliest first, {@link #MOST} at most. A merged case leads to the one it goes on in.
     * Never fails on what was typed: what means nothing finds nothing.
     */
    public List<Found> find(Handle handle, String typed) {
        SearchDao search = handle.attach(SearchDao.class);
        String line = line(typed);
        Matcher digits = DIGITS.matcher(line);
        if (digits.matches()) {
            String bare = digits.group(1).replaceAll("[^0-9]", "");
            if (bare.length() >= SHORTEST_END) {
                return byDigits(search, digits.group(1), bare);
            }
        }
        List<Pass> passes = words(search.tokens(line));
        return passes.isEmpty() ? List.of() : once(inAll(search, passes).stream());
    }

    /** What to change about it, in a sentence, when nothing can be looked for by what was typed. */
    public static Optional<String> refusal(String typed) {
        if (typed.isBlank()) {
            return Optional.of("Type what to look for.");
        }
        if (typed.length() > LONGEST) {
            return Optional.of("Type less: at most %d letters and digits.".formatted(LONGEST));
        }
        Matcher digits = DIGITS.matcher(line(typed));
        boolean few =
                digits.matches() && digits.group(1).replaceAll("[^0-9]", "").length() < SHORTEST_END;
        return few
                ? Optional.of("Type all 7 digits of a reference, or at least the last %d of a phone number."
                        .formatted(SHORTEST_END))
                : Optional.empty();
    }

    private static String line(String typed) {
        return typed.substring(0, Math.min(typed.length(), LONGEST))
                .replace('\0', ' ')
                .strip();
    }

    private List<Found> byDigits(SearchDao search, String typed, String bare) {
        List<Found> byReference = Reference.keyed(bare).map(search::byReference).orElse(List.of());
        Optional<PhoneNumber> number = plan.keyed(typed.replaceAll("[,/]", " "));
        List<Pass> passes = new ArrayList<>();
        number.map(Pass::forNumber).ifPresent(passes::add);
        Pass end = Pass.forEnd(bare, number);
        passes.add(passes.isEmpty() ? end : end.after(passes.get(0)));
        return once(Stream.concat(byReference.stream(), inAll(search, passes).stream()));
    }

    /**
     * The last pass finds all that the others find: where it finds few, they need not be made. Where it finds many, the others are
     * made in the same way, as most of the time is spent on those that find nothing; what they find stands first, though after open
     * cases.
     */
    private static List<Found> inAll(SearchDao search, List<Pass> passes) {
        int last = passes.size() - 1;
        List<Found> all = search.find(passes, passes.get(last).n());
        if (all.size() < MOST || last == 0) {
            return all;
        }
        List<Found> better = inAll(search, passes.subList(0, last));
        return Stream.concat(better.stream(), all.stream())
                .sorted(Comparator.comparing(found -> found.status() != CaseStatus.OPEN))
                .toList();
    }

    private static List<Pass> words(List<SearchDao.Token> tokens) {
        List<SearchDao.Token> telling = tokens.stream()
                .filter(SearchDao.Token::tells)
                .filter(token -> !token.word().equals(KIND_OF_PLACE))
                .toList();
        List<SearchDao.Token> chosen = telling.isEmpty()
                ? tokens.stream().filter(token -> token.word().length() > 1).toList()
                : telling;
        return chosen.isEmpty() ? List.of() : Pass.forWords(chosen);
    }

    /** A case that was found twice, such as by itself and by one that was merged into it, stands where it was found first. */
    private static List<Found> once(Stream<Found> found) {
        Collection<Found> cases = found.collect(Collectors.toMap(
                        Found::caseId, Function.identity(), (first, second) -> first, LinkedHashMap::new))
                .values();
        return cases.stream().limit(MOST).toList();
    }
}
