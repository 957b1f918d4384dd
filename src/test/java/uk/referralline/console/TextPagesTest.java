package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.Role;
import uk.referralline.sandbox.SandboxCall;
import uk.referralline.sms.TextStatus;

/** What an advocate reads of the texts that went out and came in. */
class TextPagesTest {
    private static final String MOBILE = "+447700900123";

    @RegisterExtension
    final TestLine line = new TestLine();

    private Browser advocate;

    @BeforeEach
    void signIn() {
        advocate = Browser.signedIn(line, Role.DUTY_ADVOCATE);
    }

    @Test
    void thereAreNoTextsAtFirst() {
        for (String page : new String[] {"/texts", "/texts/to-look-at", "/texts/received"}) {
            assertThat(advocate.get(page).body()).contains("There are none.", "aria-current=\"page\"");
        }
    }

    @Test
    void aDeliveredTextIsListedWithoutItsWords() {
        book();
        line.runDue();

        advocate.get("/texts");

        assertThat(advocate.body())
                .contains("delivered", "callback booked", "ends 123", "Tue 24 Nov 2026, 10:15am")
                .contains("href=\"/reference/" + line.value("SELECT reference FROM case_record") + "\"")
                .doesNotContain("900123", "Thank you for calling");
        assertThat(advocate.get("/texts/to-look-at").body()).contains("There are none.");
    }

    @Test
    void aTextThatMayNotGoIsToLookAtAndTellsWhy() {
        book();
        line.jdbi().useHandle(handle -> handle.execute("UPDATE contact_permission SET may_text = false"));
        line.runDue();

        assertThat(advocate.get("/texts/to-look-at").body()).contains("not sent: the person said no to texts");
    }

    @Test
    void whatDidNotGoOrMayNotHaveGoneIsToLookAtAndNothingElse() {
        book();
        Set<TextStatus> listed = Stream.of(TextStatus.values())
                .filter(status -> {
                    line.jdbi()
                            .useHandle(handle -> handle.execute(
                                    "UPDATE text_message SET status = ?, refusal = ?",
                                    status.word(),
                                    status == TextStatus.REFUSED ? "stopped" : null));
                    return advocate.get("/texts/to-look-at").body().contains("ends 123");
                })
                .collect(Collectors.toSet());

        assertThat(listed)
                .containsExactlyInAnyOrder(
                        TextStatus.UNKNOWN,
                        TextStatus.LOST,
                        TextStatus.REFUSED,
                        TextStatus.EXPIRED,
                        TextStatus.UNDELIVERED,
                        TextStatus.FAILED,
                        TextStatus.CANCELED);
    }

    @Test
    void aTextThatCameInIsListedAndItsWordsAreNot() {
        line.twilio().textFrom(MOBILE, "My secret words");

        advocate.get("/texts/received");

        assertThat(advocate.body()).contains("ends 123", "href=\"/reference/").doesNotContain("secret words", "900123");
    }

    @Test
    void olderTextsAreBehindAPageOfFifty() {
        book();
        line.jdbi().useHandle(handle -> handle.execute("""
                INSERT INTO text_message (id, case_id, template, number, body, status, asked_at, useless_at)
                SELECT gen_random_uuid(), case_id, 'older', number, body, 'waiting', asked_at - n * interval '1 s', useless_at
                  FROM text_message, generate_series(1, 50) AS n
                """));

        advocate.get("/texts");
        assertThat(advocate.body().split("<th scope=\"row\"", -1)).hasSize(51);
        String older = advocate.body().replaceAll("(?s).*href=\"(/texts\\?before=[0-9a-f-]{36})\".*", "$1");

        assertThat(advocate.get(older).body().split("<th scope=\"row\"", -1)).hasSize(2);
        assertThat(advocate.body()).doesNotContain("Older texts");
        assertThat(advocate.get("/texts?before=x").status()).isEqualTo(200);
    }

    private void book() {
        SandboxCall call = line.callFrom(MOBILE);
        for (String key : new String[] {"1", "1", "1", "2", "2", "1", "1", "2"}) {
            call.presses(key);
        }
        call.hangsUp();
    }
}
