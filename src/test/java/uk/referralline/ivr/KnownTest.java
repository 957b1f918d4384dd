package uk.referralline.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownTest {

    @Test
    void whatEveryWayFillsIsCertain() {
        Known known = known("""
                hello: {ask: menu, choices: {1: left, 2: right}}
                left: {key-in: number, keep: number, then: meet}
                right: {key-in: number, keep: number, then: meet}
                meet: {end: bye}
                """);

        assertThat(known.at("meet")).contains("number").doesNotContain("extension");
        assertThat(known.at("person")).doesNotContain("number");
    }

    @Test
    void aWayRoundTheQuestionTakesTheCertaintyAway() {
        Known known = known("""
                hello: {key-in: number, keep: number, skip: meet, then: meet}
                meet: {end: bye}
                """);

        assertThat(known.at("meet")).doesNotContain("number");
    }

    @Test
    void whoeverAnsweredTheSecondQuestionAnsweredTheFirst() {
        Known known = known("""
                hello: {key-in: number, keep: number, then: own}
                own: {ask: menu, keep: own-phone, choices: {1: yes, 2: no}, then: last}
                last: {key-in: number, keep: extension, then: bye, otherwise: fork}
                fork: {branch: [{if: {own-phone: known}, then: meet}], otherwise: bye}
                meet: {end: bye}
                """);

        assertThat(known.closure(java.util.Set.of("own-phone"))).contains("number");
        assertThat(known.closure(java.util.Set.of("number"))).doesNotContain("own-phone");
    }

    @Test
    void anAnswerGivenAgainMayBeAnother() {
        Known known = known("""
                hello: {ask: menu, keep: own-phone, choices: {1: yes, 2: no}, then: {yes: again, no: bye}}
                again: {ask: menu, keep: own-phone, choices: {1: yes, 2: no}, then: meet}
                meet: {end: bye}
                """);

        assertThat(known.at("again")).contains("own-phone=yes");
        assertThat(known.at("meet")).contains("own-phone").doesNotContain("own-phone=yes");
    }

    @Test
    void aCallerWhoseKindIsKnownHasANumber() {
        Known known = known("""
                hello: {branch: [{if: {caller: mobile}, then: shown}], otherwise: bye}
                shown: {end: bye}
                """);

        assertThat(known.at("shown")).contains(Facts.CALLER_NUMBER);
        assertThat(known.at("hello")).doesNotContain(Facts.CALLER_NUMBER);
    }

    private static Known known(String steps) {
        return Known.in(ScriptReader.read(SmallScripts.files(SmallScripts.withSteps(steps))));
    }
}
