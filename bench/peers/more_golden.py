"""Reference values beyond the 98 golden cases, for signal's tests: librosa's own output, small.

Needs: python3 -m pip install librosa   (librosa 0.11).  Writes signal/src/test/resources/dev/auricle/signal/more.zip
"""
import os, zipfile
import librosa, numpy as np, scipy.signal

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = f"{HERE}/../../signal/src/test/resources/dev/auricle/signal/more.zip"
SR = 16000
i = np.arange(12000)
# The same in MoreLibrosaTest: a tone, a glide, and strokes.
y = (0.3 * np.sin(2 * np.pi * 445 * i / SR) + 0.2 * np.sin(2 * np.pi * (200 + 0.05 * i) * i / SR)
     + 0.5 * (i % 3000 < 40) * np.cos(1.7 * i)).astype(np.float32)
values = {"sound": y}


def case(name, value):
    values[name] = np.asarray(value, dtype=np.float32)


spectra = librosa.stft(y, n_fft=512, hop_length=128)
case("stft-1000-real", librosa.stft(y, n_fft=1000, hop_length=700).real)
case("stft-997-imaginary", librosa.stft(y, n_fft=997, hop_length=900, window="blackman").imag)
case("stft-edge", np.abs(librosa.stft(y, n_fft=256, hop_length=1000, pad_mode="edge")))
case("stft-symmetric", np.abs(librosa.stft(y, n_fft=256, hop_length=1000, window=scipy.signal.get_window("hann", 200, fftbins=False), win_length=200)))
case("istft", librosa.istft(spectra * np.linspace(0, 1, spectra.shape[1]), hop_length=128, length=y.size))
mel = librosa.feature.melspectrogram(y=y, sr=SR, n_fft=512, hop_length=256, n_mels=20, power=1)
case("amplitude-to-db", librosa.amplitude_to_db(mel, ref=0.5, amin=1e-3, top_db=60))
case("amplitude-to-db-max", librosa.amplitude_to_db(mel, ref=np.max, top_db=None))
case("pcen", librosa.pcen(mel * 2**31, sr=SR, hop_length=256))
case("pcen-log", librosa.pcen(mel * 2**31, sr=SR, hop_length=256, power=0, gain=0.8, time_constant=0.1))
case("pcen-no-bias", librosa.pcen(mel * 2**31, sr=SR, hop_length=256, bias=0))
harmonic, percussive = librosa.decompose.hpss(np.abs(spectra), mask=True)
case("hpss-harmonic", harmonic[:, ::8])
case("hpss-percussive", percussive[:, ::8])
case("hpss-margin", librosa.decompose.hpss(np.abs(spectra), kernel_size=(17, 9), power=1.0, margin=(1.5, 3.0), mask=True)[0][:, ::8])
case("hpss-sound", librosa.effects.harmonic(y, n_fft=512, hop_length=128))
mfcc = librosa.feature.mfcc(y=y, sr=SR, n_mfcc=5, n_fft=512, hop_length=256, n_mels=30)
case("mfcc", mfcc)
case("delta", librosa.feature.delta(mfcc))
case("delta-3", librosa.feature.delta(mfcc, width=7, order=3))
case("dct-3", scipy.fft.dct(mel, axis=0, type=3, norm="ortho"))
case("contrast", librosa.feature.spectral_contrast(y=y, sr=SR, n_fft=1024, hop_length=512, fmin=100, n_bands=4, quantile=0.1))
case("rolloff", librosa.feature.spectral_rolloff(y=y, sr=SR, n_fft=1024, hop_length=512, roll_percent=0.5))
case("tempo", librosa.feature.tempo(y=np.tile(y, 8), sr=SR))
case("chroma-48k", librosa.filters.chroma(sr=48000, n_fft=4096, tuning=0.23)[:, ::16])
case("mel-48k", librosa.filters.mel(sr=48000, n_fft=1024, n_mels=40, fmin=20, fmax=14000)[:, ::4])
case("split", librosa.effects.split(np.concatenate([0 * y[:4000], y[:3000], 0.001 * y[:9000], y]), top_db=40, frame_length=1000, hop_length=300))
with zipfile.ZipFile(OUT, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
    for name, value in values.items():
        info = zipfile.ZipInfo(name, (2026, 11, 20, 0, 0, 0))
        info.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(info, np.ascontiguousarray(value, dtype="<f4").tobytes())
print(len(values), "arrays,", os.path.getsize(OUT), "bytes")
