package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.Role;

/** What the settings files say, for whoever looks after them. */
class SettingsPageTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void aFileThatIsAsItFirstWasSaysSo() {
        Browser manager = Browser.signedIn(line, Role.MANAGER).get("/settings/due-times.yaml");

        assertThat(manager.body())
                .contains("In use since", "It has not changed since it was first in use.", "owner: ")
                .doesNotContain("when it was first in use", "2026-11-24 10:15");
    }

    @Test
    void ofAFileThatWasChangedTheLastChangeIsShown() {
        line.value("INSERT INTO setting_version SELECT file, 2, md5(text) || md5(text), text || '# Agreed in March.',"
                + " kept_at FROM setting_version WHERE file = 'due-times.yaml' RETURNING 1");
        Browser manager = Browser.signedIn(line, Role.MANAGER).get("/settings/due-times.yaml");

        assertThat(manager.body()).contains("+# Agreed in March.").doesNotContain("It has not changed");
    }
}
