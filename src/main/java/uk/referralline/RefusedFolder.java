package uk.referralline;

/** The line does not go by this folder: the message is all that is wrong in it, for a person to read. */
final class RefusedFolder extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedFolder(FolderReport report) {
        super(report.text().stripTrailing());
    }
}
