package uk.referralline.number;

import static uk.referralline.number.NumberKind.Dialling.A_PERSON_DECIDES;
import static uk.referralline.number.NumberKind.Dialling.NEVER;
import static uk.referralline.number.NumberKind.Dialling.YES;

/** What a phone number is, and so whether the line may call it or text it. Only a UK mobile may ever be texted. */
public enum NumberKind {
    MOBILE("mobile", YES, true),
    /** Isle of Man, Jersey, Guernsey: inside +44, outside UK tariffs. */
    CROWN_DEPENDENCY_MOBILE("crown-dependency-mobile", A_PERSON_DECIDES, false),
    /** Isle of Man, Jersey, Guernsey: inside +44, outside UK tariffs. */
    CROWN_DEPENDENCY_LANDLINE("crown-dependency-landline", A_PERSON_DECIDES, false),
    /** 070, which looks like a mobile and costs like a premium number. */
    PERSONAL("personal", NEVER, false),
    PAGER("pager", NEVER, false),
    /** A text to a landline may be read aloud to whoever picks up. */
    LANDLINE("landline", YES, false),
    /** 03. */
    NON_GEOGRAPHIC("non-geographic", YES, false),
    /** 055. */
    CORPORATE("corporate", NEVER, false),
    /** 056. */
    VOIP("voip", A_PERSON_DECIDES, false),
    /** 0800 and 0808. */
    FREEPHONE("freephone", YES, false),
    /** 084 and 087. */
    REVENUE_SHARE("revenue-share", NEVER, false),
    /** 09, and any other country's premium numbers. */
    PREMIUM("premium", NEVER, false),
    /** 999, 112, 111, 116 xxx, 118 xxx and the like: too short to be anybody's own number. */
    SHORT_CODE("short-code", NEVER, false),
    FOREIGN("foreign", A_PERSON_DECIDES, false),
    /** Nobody can have this number, as far as is known. */
    INVALID("invalid", NEVER, false);

    private final String word;
    private final Dialling dialling;
    private final boolean text;

    NumberKind(String word, Dialling dialling, boolean text) {
        this.word = word;
        this.dialling = dialling;
        this.text = text;
    }

    /** Whether the line calls such a number by itself. */
    public Dialling mayCall() {
        return dialling;
    }

    /** Whether such a number may be texted at all; nothing overrides a no. */
    public boolean mayText() {
        return text;
    }

    /** The name that call scripts use. */
    public String word() {
        return word;
    }

    /** Who may place a call to a number. */
    public enum Dialling {
        YES,
        A_PERSON_DECIDES,
        NEVER
    }
}
