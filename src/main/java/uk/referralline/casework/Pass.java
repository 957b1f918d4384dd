package uk.referralline.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.referralline.number.PhoneNumber;

/**
 * One look through the cases. Several follow each other, and what an earlier one finds stands before what a later one finds. The
 * queries are in PostgreSQL's notation, of the lexemes that {@code 010_search.sql} describes.
 *
 * @param wanted what a case has to have
 * @param already what the pass before has found: not again
 * @param exact whether it looks for what was typed, and not for something like it
 * @param marks what tells where it was found
 */
record Pass(int n, String wanted, Optional<String> already, boolean exact, Map<Match, String> marks) {
    private static final int LONGEST_END = 10;

    /** What is known now, then anything that was ever said with these words, then words like them. */
    static List<Pass> forWords(List<SearchDao.Token> tokens) {
        String now = all(tokens, token -> List.of("=" + token.word()));
        String ever = all(tokens, SearchDao.Token::exact);
        String like = all(tokens, SearchDao.Token::wide);
        List<Pass> exact = List.of(
                new Pass(1, now, Optional.empty(), true, marks(tokens, SearchDao.Token::exact)),
                new Pass(2, ever, Optional.of(now), true, marks(tokens, SearchDao.Token::exact)));
        return like.equals(ever)
                ? exact
                : Stream.concat(
                                exact.stream(),
                                Stream.of(new Pass(
                                        3, like, Optional.of(ever), false, marks(tokens, SearchDao.Token::wide))))
                        .toList();
    }

    /** The number itself. */
    static Pass forNumber(PhoneNumber number) {
        String wanted = quoted(number.e164());
        return new Pass(1, wanted, Optional.empty(), true, Map.of(Match.NUMBER, wanted));
    }

    /** Numbers that end with these digits, four or more; and the number itself, of which a 0 in front of the digits is no part. */
    static Pass forEnd(String digits, Optional<PhoneNumber> number) {
        String end = "#" + digits.substring(Math.max(0, digits.length() - LONGEST_END));
        String wanted = any(Stream.concat(Stream.of(end), number.map(PhoneNumber::e164).stream())
                .map(Pass::quoted));
        return new Pass(2, wanted, Optional.empty(), true, Map.of(Match.NUMBER, wanted));
    }

    Pass after(Pass before) {
        return new Pass(n, wanted, Optional.of(before.wanted), exact, marks);
    }

    private static Map<Match, String> marks(
            List<SearchDao.Token> tokens, Function<SearchDao.Token, List<String>> lexemes) {
        List<String> any =
                tokens.stream().flatMap(token -> lexemes.apply(token).stream()).toList();
        String earlier = any(any.stream().map(lexeme -> quoted("-" + lexeme)));
        return Map.of(
                Match.WARD, any(any.stream().map(lexeme -> quoted(lexeme) + ":A")),
                Match.PERSON, any(any.stream().map(lexeme -> quoted(lexeme) + ":B")),
                Match.REFERRER, any(any.stream().map(lexeme -> quoted(lexeme) + ":C")),
                Match.NOTE, any(any.stream().map(lexeme -> quoted(lexeme) + ":D")) + " & !" + earlier,
                Match.EARLIER, earlier);
    }

    private static String all(List<SearchDao.Token> tokens, Function<SearchDao.Token, List<String>> lexemes) {
        return tokens.stream()
                .map(token -> any(lexemes.apply(token).stream().map(Pass::quoted)))
                .collect(Collectors.joining(" & "));
    }

    private static String any(Stream<String> queries) {
        return queries.collect(Collectors.joining(" | ", "(", ")"));
    }

    /** The words have no quotes and no backslashes: the database took them out. */
    private static String quoted(String lexeme) {
        return "'" + lexeme + "'";
    }
}
