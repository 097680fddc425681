"""Times `auricle features` beside a librosa program on a folder of sounds: decoding, resampling, features and all.

Needs: python3 -m pip install librosa soundfile soxr, and mvn -q -DskipTests package (or AURICLE naming the command).
Usage: corpus.py FOLDER [ROUNDS]; two threads for Auricle, two processes for librosa, in turns in one run.
Both give the same features: log-mel of 128 bands as one array a clip, and the descriptors' columns without the dynamics
(librosa has none of those; Auricle computes them all the same, and its time includes them). Prints a Markdown table of the
least elapsed seconds of all rounds.
"""
import os, subprocess, sys, tempfile, time
from concurrent.futures import ProcessPoolExecutor

for name in ("OMP", "MKL", "OPENBLAS", "NUMBA"):
    os.environ[f"{name}_NUM_THREADS"] = "1"
import librosa, numpy as np, soundfile

ROOT = os.path.realpath(f"{os.path.dirname(os.path.abspath(__file__))}/../..")
AURICLE = os.environ.get("AURICLE", f"{ROOT}/auricle").split()
SR, F = 22050, librosa.feature


def read(path):
    y, rate = soundfile.read(path, dtype="float32", always_2d=True)
    y = y.mean(axis=1)
    return y if rate == SR else librosa.resample(y, orig_sr=rate, target_sr=SR)


def log_mel(path):
    return librosa.power_to_db(F.melspectrogram(y=read(path), sr=SR, n_mels=128))


def descriptors(path):
    """The columns of the preset descriptors without its dynamics, from one transform."""
    y = read(path)
    S = np.abs(librosa.stft(y)); P = S**2
    level = librosa.power_to_db(F.melspectrogram(S=P, sr=SR)); mfcc = F.mfcc(S=level, n_mfcc=20); chroma = F.chroma_stft(S=P, sr=SR)
    centroid = F.spectral_centroid(S=S, sr=SR)
    rows = np.vstack([mfcc, F.delta(mfcc), F.delta(mfcc, order=2), chroma, centroid, F.spectral_bandwidth(S=S, sr=SR, centroid=centroid),
                      F.spectral_rolloff(S=S, sr=SR), F.spectral_contrast(S=S, sr=SR), F.spectral_flatness(S=S), F.zero_crossing_rate(y),
                      F.rms(y=y), F.tonnetz(chroma=chroma)])
    tempo = F.tempo(onset_envelope=librosa.onset.onset_strength(S=level, sr=SR), sr=SR)
    return np.concatenate([rows.mean(1), rows.std(1), rows.min(1), rows.max(1), np.median(rows, 1), tempo])


def peer(preset, paths, out, pool):
    """Seconds that librosa's processes need; they are warm."""
    start = time.perf_counter()
    rows = list(pool.map(log_mel if preset == "logmel-128" else descriptors, paths, chunksize=8))
    if preset == "logmel-128":
        np.save(out, np.stack(rows))
    else:
        np.savetxt(out, np.stack(rows), delimiter=",", fmt="%.9g")
    return time.perf_counter() - start


def auricle(preset, folder, out):
    """Seconds from the command's start to its end, the virtual machine's start included."""
    start = time.perf_counter()
    subprocess.run([*AURICLE, "features", folder, "-p", preset, "--threads", "2", "--quiet", "-o", out], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    folder, rounds = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2
    endings = (".wav", ".flac", ".ogg", ".mp3")
    paths = sorted(os.path.join(d, f) for d, _, files in os.walk(folder) for f in files if f.lower().endswith(endings))
    seconds = sum(soundfile.info(p).duration for p in paths)
    print(f"{len(paths)} sounds, {seconds:,.0f} s\n")
    print("| preset | Auricle, 2 threads | x real time | librosa, 2 processes | librosa / Auricle |")
    print("|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as work, ProcessPoolExecutor(2) as pool:
        for preset, ending in (("logmel-128", "npy"), ("descriptors", "csv")):
            list(pool.map(log_mel if preset == "logmel-128" else descriptors, paths[:16]))
            least = {}
            for _ in range(rounds):
                for who, took in (("a", auricle(preset, folder, f"{work}/a.{ending}")), ("l", peer(preset, paths, f"{work}/l.{ending}", pool))):
                    least[who] = min(took, least.get(who, took))
            print(f"| {preset} | {least['a']:.1f} s | {seconds / least['a']:,.0f} | {least['l']:.1f} s | {least['l'] / least['a']:.1f} |", flush=True)
