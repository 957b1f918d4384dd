package uk.referralline.ivr;

import java.util.List;
import java.util.regex.Pattern;
import uk.referralline.yaml.Fault;

/** Words behind a {@code #} on the same line: YAML takes them for a comment, and nobody ever hears them. */
final class CutWords implements Check {
    private static final Pattern CUT = Pattern.compile("\\s+[a-z][a-z-]*: +[^\"'>|#\\s][^#]* #.*");

    @Override
    public void look(Subject subject) {
        subject.files().texts().forEach((file, text) -> {
            if (file.startsWith("prompts/")) {
                List<String> lines = text.lines().toList();
                for (int n = 0; n < lines.size(); n++) {
                    if (CUT.matcher(lines.get(n)).matches()) {
                        subject.warning(
                                new Fault(file, n + 1, "", "What comes after the # is not said."),
                                "Write \"hash\" for the key. Put a comment on a line of its own.");
                    }
                }
            }
        });
    }
}
