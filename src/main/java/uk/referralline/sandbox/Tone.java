package uk.referralline.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The sound of every recording here: a quiet tone of the right length, as a WAV file. */
final class Tone {

    private static final int RATE = 8000;
    private static final int HERTZ = 440;
    private static final int LOUDNESS = 4000;
    private static final int HEADER = 44;

    private Tone() {}

    /** 16 bit, mono, 8 kHz. */
    static byte[] wav(Duration length) {
        int samples = (int) (length.toMillis() * RATE / 1000);
        ByteBuffer wav = ByteBuffer.allocate(HEADER + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        word(wav, "RIFF").putInt(HEADER - 8 + 2 * samples);
        word(wav, "WAVE");
        word(wav, "fmt ").putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(RATE).putInt(2 * RATE).putShort((short) 2).putShort((short) 16);
        word(wav, "data").putInt(2 * samples);
        for (int i = 0; i < samples; i++) {
            wav.putShort((short) (LOUDNESS * Math.sin(2 * Math.PI * HERTZ * i / RATE)));
        }
        return wav.array();
    }

    private static ByteBuffer word(ByteBuffer wav, String word) {
        return wav.put(word.getBytes(StandardCharsets.US_ASCII));
    }
}
