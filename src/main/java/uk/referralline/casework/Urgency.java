package uk.referralline.casework;

/** How soon somebody has to act. It is about deadlines for people's rights: danger is for 999 and 111, always. */
public enum Urgency {
    U1("urgent", "A deadline for the person's rights is very near."),
    U2("soon", "The person is in hospital and things may change fast, or a hearing is coming."),
    U3("standard", "Everything else.");

    private final String word;
    private final String meaning;

    Urgency(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** One word, for screens; scripts and tables say the level itself, such as {@code U1}. */
    public String word() {
        return word;
    }

    /** One sentence, for a person who has to choose. */
    public String meaning() {
        return meaning;
    }
}
