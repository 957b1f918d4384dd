package uk.referralline.console;

/** One of several to choose from in a form. @param value what is sent; empty for nothing chosen yet */
public record Choice(String value, String text) {}
