package uk.referralline.twilio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parameters of a form, exactly as they came: their order, repeats, blanks, spaces and letters. A signature is over
 * all of them, those that we do not know included. They may be personal, so they do not print.
 */
public record FormParams(List<Param> all) {

    /** One parameter. Both parts may be empty. */
    public record Param(String name, String value) {

        /** The name alone. */
        @Override
        public String toString() {
            return name;
        }
    }

    /** Bytes that are no form: a broken percent escape, or not UTF-8. */
    private static final class NoForm extends Exception {
        private static final long serialVersionUID = 1L;

        NoForm(String why) {
            super(why, null, false, false);
        }
    }

    public FormParams {
        all = List.copyOf(all);
    }

    /** @return empty when the body is no {@code application/x-www-form-urlencoded} in UTF-8 */
    public static Optional<FormParams> parse(byte[] body) {
        try {
            var all = new ArrayList<Param>();
            int start = 0;
            for (int i = 0; i <= body.length; i++) {
                if (i == body.length || body[i] == '&') {
                    // Nothing between two ampersands is no parameter; a lone "=" is one.
                    if (i > start) {
                        all.add(param(body, start, i));
                    }
                    start = i + 1;
                }
            }
            return Optional.of(new FormParams(all));
        } catch (NoForm wrong) {
            return Optional.empty();
        }
    }

    /** The first value of that name; empty when there is none, which is not the same as a blank one. */
    public Optional<String> first(String name) {
        return all.stream()
                .filter(param -> param.name().equals(name))
                .map(Param::value)
                .findFirst();
    }

    private static Param param(byte[] body, int start, int end) throws NoForm {
        int equals = start;
        while (equals < end && body[equals] != '=') {
            equals++;
        }
        return new Param(decoded(body, start, equals), decoded(body, Math.min(equals + 1, end), end));
    }

    private static String decoded(byte[] body, int start, int end) throws NoForm {
        var bytes = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            if (body[i] == '%') {
                bytes.write(escaped(body, i, end));
                i += 2;
            } else {
                bytes.write(body[i] == '+' ? ' ' : body[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new NoForm("not UTF-8");
        }
    }

    private static int escaped(byte[] body, int percent, int end) throws NoForm {
        if (percent + 2 >= end) {
            throw new NoForm("a percent escape without its digits");
        }
        return digit(body[percent + 1]) * 16 + digit(body[percent + 2]);
    }

    private static int digit(byte hexadecimal) throws NoForm {
        // Character.digit would take digits of other scripts, but a byte cannot be one.
        int digit = hexadecimal < 0 ? -1 : Character.digit(hexadecimal, 16);
        if (digit < 0) {
            throw new NoForm("a percent escape that is not hexadecimal");
        }
        return digit;
    }

    /** The names alone. */
    @Override
    public String toString() {
        return "FormParams" + all;
    }
}
