package uk.referralline.number;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.referralline.number.NumberKind.Dialling.A_PERSON_DECIDES;
import static uk.referralline.number.NumberKind.Dialling.NEVER;
import static uk.referralline.number.NumberKind.Dialling.YES;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.referralline.number.NumberKind.Dialling;

/**
 * Outside Ofcom's drama ranges there are no numbers that nobody has, so the kinds that have no such range are tested
 * with the numbering plan's own examples. Nothing here dials.
 */
class NumberPlanTest {

    private final NumberPlan real = new NumberPlan(false);
    private final NumberPlan drama = new NumberPlan(true);

    @ParameterizedTest
    @CsvSource({
        "+447400123456, MOBILE",
        "+447500123456, MOBILE",
        "+447712345678, MOBILE",
        "+447912345678, MOBILE",
        "+447624123456, CROWN_DEPENDENCY_MOBILE",
        "+447524123456, CROWN_DEPENDENCY_MOBILE",
        "+447797712345, CROWN_DEPENDENCY_MOBILE",
        "+447781123456, CROWN_DEPENDENCY_MOBILE",
        "+447911123456, CROWN_DEPENDENCY_MOBILE",
        "+441624675663, CROWN_DEPENDENCY_LANDLINE",
        "+441481960123, CROWN_DEPENDENCY_LANDLINE",
        "+447012345678, PERSONAL",
        "+447000000000, PERSONAL",
        "+447640123456, PAGER",
        "+447600123456, PAGER",
        "+447699123456, PAGER",
        "+441926123456, LANDLINE",
        "+442476123456, LANDLINE",
        "+443001234567, NON_GEOGRAPHIC",
        "+443456789012, NON_GEOGRAPHIC",
        "+445512345678, CORPORATE",
        "+445612345678, VOIP",
        "+448000111222, FREEPHONE",
        "+448001111, FREEPHONE",
        "+448412345678, REVENUE_SHARE",
        "+448454647, REVENUE_SHARE",
        "+448701234567, REVENUE_SHARE",
        "+448712345678, REVENUE_SHARE",
        "+449012345678, PREMIUM",
        "+449990000000, PREMIUM",
        "+44999, SHORT_CODE",
        "+44112, SHORT_CODE",
        "+44111, SHORT_CODE",
        "+44116123, SHORT_CODE",
        "+44118500, SHORT_CODE",
        "+4460700, SHORT_CODE",
        "+33123456789, FOREIGN",
        "+353871234567, FOREIGN",
        "+19002345678, PREMIUM",
        "+447700900, INVALID",
        "+4477123456789, INVALID",
        "+4490123456789, INVALID",
        "+999123456, INVALID",
        "+8656696, INVALID",
        "+2562533, INVALID",
    })
    void everyNumberIsOfOneKind(String e164, NumberKind kind) {
        var number = new PhoneNumber(e164);

        assertThat(real.kind(number)).isEqualTo(kind);
        assertThat(drama.kind(number)).isEqualTo(kind);
    }

    @Test
    void aRealNumberBeginsLikeAShortCode() {
        assertThat(drama.kind(new PhoneNumber("+441164960123"))).isEqualTo(NumberKind.LANDLINE);
        assertThat(drama.kind(new PhoneNumber("+441184960123"))).isEqualTo(NumberKind.LANDLINE);
    }

    @ParameterizedTest
    @CsvSource({
        "7700900, MOBILE",
        "1632960, LANDLINE",
        "1134960, LANDLINE",
        "1144960, LANDLINE",
        "1154960, LANDLINE",
        "1164960, LANDLINE",
        "1174960, LANDLINE",
        "1184960, LANDLINE",
        "1214960, LANDLINE",
        "1314960, LANDLINE",
        "1414960, LANDLINE",
        "1514960, LANDLINE",
        "1614960, LANDLINE",
        "2079460, LANDLINE",
        "1914980, LANDLINE",
        "2890180, LANDLINE",
        "2920180, LANDLINE",
        "8081570, FREEPHONE",
        "9098790, PREMIUM",
        "3069990, NON_GEOGRAPHIC",
    })
    void dramaNumbersAreRealOnlyWhereTheyAreAllowed(String range, NumberKind kind) {
        for (String last : new String[] {"000", "123", "999"}) {
            var number = new PhoneNumber("+44" + range + last);

            assertThat(drama.kind(number)).isEqualTo(kind);
            assertThat(drama.keyed("0" + range + last)).contains(number);
            assertThat(real.kind(number)).isEqualTo(NumberKind.INVALID);
            assertThat(real.keyed("0" + range + last)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+447700899999", "+447700901000", "+441632959999", "+441632961000"})
    void theNeighboursOfADramaRangeAreNotInIt(String e164) {
        assertThat(drama.kind(new PhoneNumber(e164))).isEqualTo(real.kind(new PhoneNumber(e164)));
    }

    @ParameterizedTest
    @CsvSource({
        "MOBILE, YES, true",
        "CROWN_DEPENDENCY_MOBILE, A_PERSON_DECIDES, false",
        "CROWN_DEPENDENCY_LANDLINE, A_PERSON_DECIDES, false",
        "PERSONAL, NEVER, false",
        "PAGER, NEVER, false",
        "LANDLINE, YES, false",
        "NON_GEOGRAPHIC, YES, false",
        "CORPORATE, NEVER, false",
        "VOIP, A_PERSON_DECIDES, false",
        "FREEPHONE, YES, false",
        "REVENUE_SHARE, NEVER, false",
        "PREMIUM, NEVER, false",
        "SHORT_CODE, NEVER, false",
        "FOREIGN, A_PERSON_DECIDES, false",
        "INVALID, NEVER, false",
    })
    void everyKindSaysWhoMayCallAndWhetherToText(NumberKind kind, Dialling mayCall, boolean mayText) {
        assertThat(kind.mayCall()).isEqualTo(mayCall);
        assertThat(kind.mayText()).isEqualTo(mayText);
    }

    @Test
    void noKindIsForgottenAndEachHasAWordOfItsOwn() {
        assertThat(NumberKind.values()).hasSize(15);
        assertThat(Arrays.stream(NumberKind.values()).map(NumberKind::word))
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[a-z-]+"));
        assertThat(Set.of(YES, A_PERSON_DECIDES, NEVER)).containsExactlyInAnyOrder(Dialling.values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07700900123",
                "07700 900 123",
                "07700-900-123",
                "(07700) 900.123",
                "7700900123",
                "0 07700 900123",
                "447700900123",
                "+447700900123",
                "+44 (0)7700 900123",
                "00447700900123",
                "0044 07700900123",
                "4407700900123",
                "0447700900123",
            })
    void aUkMobileIsReadHoweverItIsKeyed(String keys) {
        assertThat(drama.keyed(keys)).contains(new PhoneNumber("+447700900123"));
    }

    @ParameterizedTest
    @CsvSource({
        "01632960001, +441632960001",
        "020 7946 0000, +442079460000",
        "0020 7946 0000, +442079460000",
        "03069990000, +443069990000",
        "0800 1111, +448001111",
        "00 33 1 23 45 67 89, +33123456789",
        "+33 1 23 45 67 89, +33123456789",
        "00 91 81234 56789, +918123456789",
        "00 960 771 2345, +9607712345",
        "00 353 87 123 4567, +353871234567",
        "070 1234 5678, +447012345678",
        "0 070 1234 5678, +447012345678",
        "0909 8790 123, +449098790123",
    })
    void landlinesAndForeignNumbersAreReadToo(String keys, String e164) {
        assertThat(drama.keyed(keys)).contains(new PhoneNumber(e164));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "999",
                "112",
                "111",
                "116123",
                "118500",
                "60700",
                "44999",
                "0770090012",
                "077009001234",
                "0770*900123",
                "07700900123#",
                "٠٧٧٠٠٩٠٠١٢٣",
                "0000000000000000",
                "+",
                "my number",
                "012345678901234567890123456789"
            })
    void whatIsNobodysNumberIsNotRead(String keys) {
        assertThat(drama.keyed(keys)).isEmpty();
    }

    @Test
    void aProvidersNumberIsReadByItsFormAlone() {
        assertThat(real.e164("+447700900123")).contains(new PhoneNumber("+447700900123"));
        assertThat(real.e164("07700900123")).isEmpty();
        assertThat(real.e164("60700")).isEmpty();
        assertThat(real.e164("whatsapp:+447700900123")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+447700900123 | 0 7 7 0 0, 9 0 0, 1 2 3",
                "+441632960001 | 0 1 6 3 2, 9 6 0, 0 0 1",
                "+442079460000 | 0 2 0, 7 9 4 6, 0 0 0 0",
                "+441214960999 | 0 1 2 1, 4 9 6, 0 9 9 9",
                "+443069990123 | 0 3 0 6, 9 9 9, 0 1 2 3",
                "+448081570123 | 0 8 0 8, 1 5 7, 0 1 2 3",
                "+448001111 | 0 8 0 0, 1 1 1 1",
                "+33123456789 | 0 0, 3 3, 1, 2 3, 4 5, 6 7, 8 9",
            })
    void aNumberIsSpokenInItsUsualGroups(String e164, String spoken) {
        assertThat(drama.spoken(new PhoneNumber(e164))).isEqualTo(spoken);
    }

    @Test
    void everyDigitIsSpokenEvenOfANumberNobodyHas() {
        for (String digits : new String[] {"999123456", "12", "999999999999999"}) {
            assertThat(real.spoken(new PhoneNumber("+" + digits)).replaceAll("[ ,]", ""))
                    .isEqualTo("00" + digits);
        }
    }
}
