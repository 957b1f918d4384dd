package uk.referralline;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A WAV file of a few samples, as small as one can be. */
public final class Wav {
    private Wav() {}

    /** 8 bit, mono, 8 kHz; the samples are the letters of these words. */
    public static byte[] of(String words) {
        byte[] samples = words.getBytes(StandardCharsets.UTF_8);
        ByteBuffer wav = ByteBuffer.allocate(44 + samples.length).order(ByteOrder.LITTLE_ENDIAN);
        word(wav, "RIFF").putInt(36 + samples.length);
        word(wav, "WAVE");
        word(wav, "fmt ").putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(8000).putInt(8000).putShort((short) 1).putShort((short) 8);
        word(wav, "data").putInt(samples.length).put(samples);
        return wav.array();
    }

    private static ByteBuffer word(ByteBuffer wav, String word) {
        return wav.put(word.getBytes(StandardCharsets.US_ASCII));
    }
}
