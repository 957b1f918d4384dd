package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.referralline.console.Browser;
import uk.referralline.console.signin.Demo;
import uk.referralline.store.StartFailure;

/** The line as it starts on a fresh machine. */
class ServiceTest {

    @TempDir
    private Path data;

    @Test
    void aFreshMachineHasALineAPhoneAndItsDataAtTheNextStart() throws Exception {
        int port = FreePorts.pair();
        Config config = Config.of(Map.of("PORT", String.valueOf(port)));
        List<String> told = new ArrayList<>();
        try (Service service = Service.start(config, data, told::add)) {
            assertThat(service).isNotNull();
            assertThat(told).anyMatch(line -> line.contains("http://localhost:" + (port + 1)));
            assertThat(get(port, "/readyz")).isEqualTo("ready");
            assertThat(get(port, "/healthz")).isEqualTo("alive");
            assertThat(get(port, "/metrics")).contains("# TYPE line_requests_seconds summary");
            assertThat(get(port + 1, "/")).contains("<html");
            assertThatThrownBy(() -> Service.start(Config.of(Map.of("PORT", "0")), data, line -> {}))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageEndingWith("is in use: another line is already running on it.");
        }
        try (Service again = Service.start(config, data, told::add)) {
            assertThat(again).isNotNull();
            assertThat(told).hasSize(6);
            assertThat(get(port, "/readyz")).isEqualTo("ready");
        }
    }

    @Test
    void aPortInUseIsToldInOneSentence() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Config config = Config.of(Map.of("PORT", String.valueOf(taken.getLocalPort() - 1)));

            assertThatThrownBy(() -> Service.start(config, data, line -> {}))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()))
                    .hasMessageEndingWith("is already in use on this machine; choose another PORT.");
        }
    }

    @Test
    void aDataFolderThatIsNoneIsToldInOneSentence() throws IOException {
        Path file = Files.createFile(data.resolve("file"));

        assertThatThrownBy(() -> Service.start(Config.of(Map.of("PORT", "0")), file, line -> {}))
                .isInstanceOf(StartFailure.class)
                .hasMessageEndingWith("cannot be used: it must be a folder that this user can read and write.");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsToldInOneSentence() {
        Config config = Config.of(Map.of("PORT", "0", "DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none?user=x"));

        assertThatThrownBy(() -> Service.start(config, data, line -> {}))
                .isInstanceOf(StartFailure.class)
                .hasMessage("DATABASE_URL names a database that cannot be reached.");
    }

    @Test
    void aChangedScriptThatMayNotAnswerThePhoneIsRefusedWithItsFaults() throws IOException {
        Path folder = data.resolve("scripts");
        try (Stream<Path> files = Files.walk(Path.of("ivr-scripts"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(Path.of("ivr-scripts").relativize(file)));
            }
        }
        Path line = folder.resolve("line.yaml");
        Files.writeString(
                line, Files.readString(line).replace("    do: request-callback\n", "    set: {own-phone: yes}\n"));

        assertThatThrownBy(() -> Service.start(
                        Config.of(Map.of("PORT", "0", "IVR_SCRIPTS", folder.toString())),
                        data.resolve("db"),
                        told -> {}))
                .isInstanceOf(RefusedFolder.class)
                .hasMessageContaining("line.yaml:")
                .hasMessageContaining("(promise)")
                .hasMessageContaining("nothing has been promised yet");
    }

    @Test
    void theSandboxHasPeopleToTryWhosePasswordIsToldAndInNoTable() throws Exception {
        int port = FreePorts.pair();
        List<String> told = new ArrayList<>();
        try (Service service =
                Service.start(Config.of(Map.of("PORT", String.valueOf(port))), data.resolve("db"), told::add)) {
            assertThat(service).isNotNull();
            String password = told.get(told.size() - 1).replaceFirst(".*with the password ", "");
            for (String name : Demo.signInNames()) {
                Browser browser =
                        Browser.at(URI.create("http://localhost:" + port)).get("/sign-in");
                browser.post("/sign-in", "sign-in", name, "password", password, "wanted", "/account");
                assertThat(browser.follow().title()).as(name).isEqualTo("Your account – Referral line");
            }
        }
    }

    private static String get(int port, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
