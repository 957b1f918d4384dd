package uk.referralline;

/** Starts the referral line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {}
}
