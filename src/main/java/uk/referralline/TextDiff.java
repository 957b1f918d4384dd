package uk.referralline;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What changed in a file, as a unified diff. */
final class TextDiff {
    private static final int CONTEXT = 3;

    private TextDiff() {}

    /** Each line ends with a line break; blank when nothing changed. @param before empty when the file is new */
    static String of(String file, Optional<String> before, Optional<String> after) {
        List<String> old = lines(before);
        return UnifiedDiffUtils.generateUnifiedDiff(
                        before.map(text -> "a/" + file).orElse("/dev/null"),
                        after.map(text -> "b/" + file).orElse("/dev/null"),
                        old,
                        DiffUtils.diff(old, lines(after)),
                        CONTEXT)
                .stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> lines(Optional<String> text) {
        return text.orElse("").lines().toList();
    }
}
