package uk.referralline.number;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.referralline.number.NumberKind.Dialling;

/**
 * Reads phone numbers as people in the UK key them and providers send them, and says what they are.
 *
 * <p>The numbering plan is libphonenumber's. Before it come Ofcom's drama ranges, which it half knows, and our own list
 * of prefixes ({@link Prefix}), because its data ages and a wrong call to a premium number costs somebody money.
 */
public final class NumberPlan {

    private static final String UK = "+44";
    private static final int LONGEST_NATIONAL = 10;
    private static final Set<String> CROWN_DEPENDENCIES = Set.of("IM", "JE", "GG");
    private static final PhoneNumberUtil PLAN = PhoneNumberUtil.getInstance();

    private final boolean dramaNumbers;

    /** With {@code dramaNumbers}, Ofcom's drama ranges count as real numbers; without, they are invalid. */
    public NumberPlan(boolean dramaNumbers) {
        this.dramaNumbers = dramaNumbers;
    }

    /**
     * The number that somebody keyed or typed, in a UK or international form: {@code 07700 900123}, {@code 7700900123},
     * {@code 447700900123}, {@code 0044 (0)7700 900123}, {@code 0 07700 900123}, {@code 00 33 …}. Where a doubled 0 and
     * an international 00 both make sense, the UK number is meant unless it is one that we never call. Spaces, hyphens, dots and brackets do not count.
     *
     * <p>Empty when nobody can have the number. A number that is there may still be one that we never call.
     */
    public Optional<PhoneNumber> keyed(String keys) {
        String typed = keys.replaceAll("[ .()-]", "");
        if (!typed.matches("\\+?[0-9]{7,20}")) {
            return Optional.empty();
        }
        List<PhoneNumber> existing = readings(typed)
                .filter(reading -> reading.matches(PhoneNumber.FORM))
                .map(PhoneNumber::new)
                .filter(this::exists)
                .toList();
        return existing.stream()
                .filter(number -> kind(number).mayCall() != Dialling.NEVER)
                .findFirst()
                .or(() -> existing.stream().findFirst());
    }

    /** A provider's number, by its form alone: empty for short codes, words and addresses. It may be {@code INVALID}. */
    public Optional<PhoneNumber> e164(String text) {
        return text.matches(PhoneNumber.FORM) ? Optional.of(new PhoneNumber(text)) : Optional.empty();
    }

    /** What this number is, and so what may be done with it. */
    public NumberKind kind(PhoneNumber number) {
        if (!isUk(number)) {
            return abroad(parse(number));
        }
        String national = number.e164().substring(UK.length());
        if (national.length() > LONGEST_NATIONAL) {
            return NumberKind.INVALID;
        }
        return Drama.kind(national)
                .map(kind -> dramaNumbers ? kind : NumberKind.INVALID)
                .or(() -> Prefix.judge(national))
                .orElseGet(() -> inUk(parse(number)));
    }

    /**
     * The digits as a voice says them, in the groups people are used to: {@code "0 7 7 0 0, 9 0 0, 1 2 3"}. A foreign
     * number begins with {@code "0 0"} and the country.
     */
    public String spoken(PhoneNumber number) {
        PhoneNumberFormat format = isUk(number) ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL;
        String written =
                parse(number).map(parsed -> PLAN.format(parsed, format)).orElse(number.e164());
        return Arrays.stream(written.replace("+", "00 ").split("[^0-9]+"))
                .map(NumberPlan::inShortGroups)
                .map(group -> group.replaceAll("([0-9])(?=[0-9])", "$1 "))
                .collect(Collectors.joining(", "));
    }

    /** The number as people in the UK write it: {@code 0300 222 5947}, {@code 07700 900123}. */
    public String written(PhoneNumber number) {
        PhoneNumberFormat format = isUk(number) ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL;
        return parse(number).map(parsed -> PLAN.format(parsed, format)).orElse(number.e164());
    }

    /** What the keys may mean, the likeliest first. */
    private static Stream<String> readings(String typed) {
        String bare = typed.replaceFirst("^\\+?0*", "");
        if (bare.startsWith("44")) {
            return Stream.of(UK + bare.substring(2).replaceFirst("^0+", ""));
        }
        if (typed.startsWith("+")) {
            return Stream.of(typed);
        }
        String international = typed.startsWith("00") ? "+" + typed.substring(2) : "";
        return Stream.of(UK + bare, international);
    }

    private boolean exists(PhoneNumber number) {
        NumberKind kind = kind(number);
        return kind != NumberKind.INVALID && kind != NumberKind.SHORT_CODE;
    }

    private static NumberKind abroad(Optional<Phonenumber.PhoneNumber> parsed) {
        if (parsed.isEmpty() || !PLAN.isValidNumber(parsed.get())) {
            return NumberKind.INVALID;
        }
        boolean premium = PLAN.getNumberType(parsed.get()) == PhoneNumberType.PREMIUM_RATE;
        return premium ? NumberKind.PREMIUM : NumberKind.FOREIGN;
    }

    private static NumberKind inUk(Optional<Phonenumber.PhoneNumber> parsed) {
        if (parsed.isEmpty()) {
            return NumberKind.INVALID;
        }
        boolean crown = CROWN_DEPENDENCIES.contains(
                Optional.ofNullable(PLAN.getRegionCodeForNumber(parsed.get())).orElse(""));
        return switch (PLAN.getNumberType(parsed.get())) {
            case MOBILE -> crown ? NumberKind.CROWN_DEPENDENCY_MOBILE : NumberKind.MOBILE;
            case FIXED_LINE -> crown ? NumberKind.CROWN_DEPENDENCY_LANDLINE : NumberKind.LANDLINE;
            case UAN -> NumberKind.NON_GEOGRAPHIC;
            case VOIP -> NumberKind.VOIP;
            case TOLL_FREE -> NumberKind.FREEPHONE;
            case PERSONAL_NUMBER -> NumberKind.PERSONAL;
            case PAGER -> NumberKind.PAGER;
            case SHARED_COST -> NumberKind.REVENUE_SHARE;
            case PREMIUM_RATE -> NumberKind.PREMIUM;
            default -> NumberKind.INVALID;
        };
    }

    private static boolean isUk(PhoneNumber number) {
        return number.e164().startsWith(UK);
    }

    private static Optional<Phonenumber.PhoneNumber> parse(PhoneNumber number) {
        try {
            return Optional.of(PLAN.parse(number.e164(), null));
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** Nobody holds more than five digits in mind: six become three and three. */
    private static String inShortGroups(String group) {
        return group.length() <= 5 ? group : group.substring(0, 3) + ", " + inShortGroups(group.substring(3));
    }
}
