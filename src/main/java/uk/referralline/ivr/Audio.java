package uk.referralline.ivr;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The bytes of a recorded prompt: public words, the same for every caller. */
public final class Audio {
    /** Over a minute of speech as a WAV file for telephones, five minutes as MP3; nobody holds that much in mind. */
    public static final int MOST_BYTES = 1_000_000;

    /** One more than fits, so that a file that is too large is known as such and not read to its end. */
    static final int ENOUGH = MOST_BYTES + 1;

    /** {@code RIFF}, a length, {@code WAVE}. */
    private static final int WAV_HEAD = 12;

    /** The name of a part of a WAV file, and its length. */
    private static final int CHUNK_HEAD = 8;

    private final byte[] bytes;

    private Audio(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** Whatever these bytes are; {@link #fault} tells. */
    public static Audio of(byte[] bytes) {
        return new Audio(bytes);
    }

    /** From the form in which it is kept. @throws IllegalArgumentException if it is not that */
    public static Audio kept(String base64) {
        return new Audio(Base64.getDecoder().decode(base64));
    }

    /** Base64. */
    public String kept() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** In bytes. */
    public int size() {
        return bytes.length;
    }

    /** SHA-256 in hex. */
    public String hash() {
        return Sha256.of(bytes);
    }

    /** The content type by which a file of this name is served, as Twilio takes it (error 13420 otherwise). */
    public static String type(String name) {
        return name.endsWith(".mp3") ? "audio/mpeg" : "audio/wav";
    }

    /** What keeps a phone from playing it, as a sentence; empty when nothing does. @param name ends as its format does */
    Optional<String> fault(String name) {
        if (bytes.length == 0) {
            return Optional.of("The recording %s is empty: the phone would be silent.".formatted(name));
        }
        if (bytes.length > MOST_BYTES) {
            return Optional.of("The recording %s is larger than 1 MB.".formatted(name));
        }
        if (name.endsWith(".mp3") ? !isMp3() : !isWav()) {
            return Optional.of("The recording %s is not what its name says.".formatted(name));
        }
        if (name.endsWith(".wav") && !hasSound()) {
            return Optional.of("The recording %s has no sound in it: the phone would be silent.".formatted(name));
        }
        return Optional.empty();
    }

    private boolean isMp3() {
        boolean frame = bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xE0) == 0xE0;
        return frame || word(0, 3).equals("ID3");
    }

    private boolean isWav() {
        return word(0, 4).equals("RIFF") && word(8, 4).equals("WAVE");
    }

    /** Whether the part of a WAV file that holds the sound is there and holds some. */
    private boolean hasSound() {
        ByteBuffer wav = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long at = WAV_HEAD;
        while (at + CHUNK_HEAD < bytes.length) {
            if (word((int) at, 4).equals("data")) {
                return wav.getInt((int) at + 4) != 0;
            }
            long length = Integer.toUnsignedLong(wav.getInt((int) at + 4));
            at += CHUNK_HEAD + length + length % 2;
        }
        return false;
    }

    private String word(int from, int length) {
        return from + length > bytes.length ? "" : new String(bytes, from, length, StandardCharsets.US_ASCII);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Audio audio && java.util.Arrays.equals(bytes, audio.bytes);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Audio[" + bytes.length + " bytes]";
    }
}
