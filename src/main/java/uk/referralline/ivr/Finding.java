package uk.referralline.ivr;

import uk.referralline.yaml.Fault;

/**
 * Something the checker found in a script.
 *
 * @param fault where it is and what is wrong
 * @param suggestion a sentence that says what to do; may be blank, as a reader's fault says it already
 */
public record Finding(Severity severity, Fault fault, String suggestion) implements Comparable<Finding> {

    /** Whether the line may start with it. */
    public enum Severity {
        /** The line does not start. */
        ERROR,
        /** Worth a look. */
        WARNING
    }

    /** A fault that the reader found. */
    public static Finding of(Fault fault) {
        return new Finding(Severity.ERROR, fault, "");
    }

    /** The fault with its suggestion in one message. */
    public Fault whole() {
        String message = suggestion.isBlank() ? fault.message() : fault.message() + " " + suggestion;
        return new Fault(fault.file(), fault.line(), fault.where(), message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Finding other) {
        int byPlace = fault.compareTo(other.fault);
        return byPlace != 0 ? byPlace : fault.message().compareTo(other.fault.message());
    }

    /** As an editor can jump to it: {@code line.yaml:12 (main-menu): … …}. */
    @Override
    public String toString() {
        return suggestion.isBlank() ? fault.toString() : fault + " " + suggestion;
    }
}
