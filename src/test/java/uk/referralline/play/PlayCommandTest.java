package uk.referralline.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import uk.referralline.ivr.ScriptFiles;
import uk.referralline.ivr.ScriptReader;

class PlayCommandTest {
    private static final Instant TUESDAY_MORNING = Instant.parse("2026-11-24T10:15:00Z");

    @TempDir
    private Path folder;

    @Test
    void aCallIsPlayedToItsEnd() {
        String screen = play("1\n2\n01632960555#\n1\n2\n2\n2\n2\nsay\n", "--from", "withheld");

        assertThat(screen)
                .startsWith("Line: Hello. This is the advocacy line for Coventry and Warwickshire.\n")
                .contains("Line: Is this your own phone?")
                .contains("We will call you by 5pm on Friday 27 November.")
                .endsWith("The call is over. Kept: self-referral; callback: by 17:00 on 2026-11-27; urgency: U3;"
                        + " texts: none.\n");
        assertThat(screen.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(100));
    }

    @Test
    void aPlayedCallWrittenDownPassesAsATest() throws Exception {
        for (String typed : List.of(
                "1\n1\n1\n2\n2\n1\n1\n2\nsay\n",
                "\n\n\n\n",
                "2\n1\n2\n07700900200#\n1\n#\n4\n1\nsay\n1\n1\n",
                "3\n2\n*\n0\nsay\n1\n",
                "1\n2\n12345#\n0770*07700900126#\n2\nhang up\n")) {
            Path file = folder.resolve("played.yaml");
            play(typed, "--write", file.toString(), "--title", "Played: \"by hand\"");

            Conversation read = ConversationReader.read("played.yaml", Files.readString(file));

            assertThat(read.title()).isEqualTo("Played: \"by hand\"");
            assertThat(read.talk()).extracting(Conversation.Part::isLine).contains(true, false);
            ConversationTest.plays(read);
        }
    }

    @Test
    void theEndOfPipedKeysIsAHangUp() {
        assertThat(play("1\n"))
                .endsWith("Kept: closed: nothing-asked; callback: none; urgency: U3; texts: none.\n")
                .doesNotContain("null");
    }

    @Test
    void whatNoCallerCanDoIsExplainedAndAskedAgain() {
        String screen = play("say\n12\nperson\n0\n1\nsay\n1\n");

        assertThat(screen)
                .contains("The line does not listen to words here.")
                .contains("The line waits for one key here.")
                .contains("Type \"say\" to say something")
                .contains("Line: Thank you. A person will listen to your message");
    }

    @Test
    void aCallCanComeWhenTheLineIsClosed() {
        assertThat(play("0\nsay\n1\n")).containsIgnoringWhitespaces("by 5pm on Wednesday 25 November");
        assertThat(play("0\nsay\n1\n", "--closed")).containsIgnoringWhitespaces("by 5pm on Thursday 26 November");
    }

    @Test
    void whoeverTypesAnswersForThePersonWhoIsRung() {
        String screen = play("0\nwhat\npass\nsay\n0\nanswer\n", "--duty");

        assertThat(screen)
                .contains("Line: transfers to duty")
                .contains("(You are the person who is rung now: type \"answer\"")
                .contains("Line: Sorry, nobody could take your call just now.")
                .contains("Line: That call has ended. Thank you.");
        assertThat(play("0\nsay\n1\n", "--duty", "--closed")).doesNotContain("transfers to duty");
    }

    @Test
    void aPlayedTransferWrittenDownPassesAsATest() throws Exception {
        Path file = folder.resolve("transfer.yaml");

        play("0\n\nsay\n0\nanswer\n", "--duty", "--write", file.toString());

        assertThat(Files.readString(file)).contains("duty: available", "- person: does not answer");
        ConversationTest.plays(ConversationReader.read("transfer.yaml", Files.readString(file)));
    }

    @Test
    void aWrongTimeNumberOrLanguageIsRefusedWithASentence() {
        assertThat(play("", "--at", "tomorrow")).contains("A time is like \"2026-11-24 10:15\".");
        assertThat(play("", "--from", "somebody")).contains("--from is a phone number");
        assertThat(play("", "--lang", "tlh")).contains("There are no words in tlh");
    }

    private static String play(String typed, String... options) {
        var screen = new StringWriter();
        var command = new PlayCommand(
                any -> Walks.stage(ScriptReader.read(ScriptFiles.packaged())),
                () -> TUESDAY_MORNING,
                new StringReader(typed));
        List<String> all = new ArrayList<>(List.of(options));
        new CommandLine(command)
                .setOut(new PrintWriter(screen))
                .setErr(new PrintWriter(screen))
                .execute(all.toArray(String[]::new));
        return screen.toString();
    }
}
