package uk.referralline.yaml;

/**
 * One thing wrong in a file that people edit: where it is and what to change.
 *
 * @param file the file's name within its folder, such as {@code line.yaml}
 * @param line counted from 1; 0 when it is about the whole file
 * @param where the step, prompt or key it is about; may be blank
 * @param message a sentence that names what to change
 */
public record Fault(String file, int line, String where, String message) implements Comparable<Fault> {

    @Override
    public int compareTo(Fault other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }

    /** As an editor can jump to it: {@code line.yaml:12 (main-menu): …}. */
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line : file;
        return where.isBlank() ? place + ": " + message : place + " (" + where + "): " + message;
    }
}
