"""Times `auricle features` beside a librosa program on a folder of sounds: decoding, resampling, features and all.

Needs: python3 -m pip install librosa soundfile soxr, and mvn -q -DskipTests package (or AURICLE naming the command).
Usage: corpus.py FOLDER [ROUNDS]; two threads for Auricle, two processes for librosa, in turns in one run.
Both give the same features: log-mel of 128 bands of five seconds of each clip, and the descriptors' columns without the dynamics
(librosa has none of those; Auricle computes them all the same, and its time includes them). Prints a Markdown table of the
least elapsed and processor seconds of all rounds; where others use the machine, the latter say more. librosa's processes run
twice: as Python starts them, and with an allocator that keeps its memory.
"""
import multiprocessing, os, resource, subprocess, sys, tempfile, time
from concurrent.futures import ProcessPoolExecutor

for name in ("OMP", "MKL", "OPENBLAS", "NUMBA"):
    os.environ[f"{name}_NUM_THREADS"] = "1"
import librosa, numpy as np, soundfile

ROOT = os.path.realpath(f"{os.path.dirname(os.path.abspath(__file__))}/../..")
AURICLE = os.environ.get("AURICLE", f"{ROOT}/auricle").split()
SR, F = 22050, librosa.feature
SECONDS = 5  # One array of log-mel needs clips of one length.


def read(path):
    y, rate = soundfile.read(path, dtype="float32", always_2d=True)
    y = y.mean(axis=1)
    return y if rate == SR else librosa.resample(y, orig_sr=rate, target_sr=SR)


def log_mel(path):
    y = librosa.util.fix_length(read(path), size=SECONDS * SR)
    return librosa.power_to_db(F.melspectrogram(y=y, sr=SR, n_mels=128))


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


def timed(task):
    preset, path = task
    start = time.process_time()
    row = log_mel(path) if preset == "logmel-128" else descriptors(path)
    return row, time.process_time() - start


def peer(preset, paths, out, pool):
    """Elapsed and processor seconds that librosa's processes need; they are warm."""
    start, own = time.perf_counter(), time.process_time()
    rows, cpu = zip(*pool.map(timed, [(preset, p) for p in paths], chunksize=8))
    if preset == "logmel-128":
        np.save(out, np.stack(rows))
    else:
        np.savetxt(out, np.stack(rows), delimiter=",", fmt="%.9g")
    return time.perf_counter() - start, sum(cpu) + time.process_time() - own


def auricle(preset, folder, out):
    """The same of the command, the virtual machine's start and compiler included."""
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([*AURICLE, "features", folder, "-p", preset, "--threads", "2", "--quiet", "-o", out, *(["--seconds", str(SECONDS)] if preset == "logmel-128" else [])], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


# glibc hands large arrays back to the system after each use and asks for them anew; on some virtual machines that takes most of
# librosa's time. With these settings, which the auricle command uses for its trainings too, it keeps them.
KEPT = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": "8589934592", "MALLOC_TOP_PAD_": "67108864"}


def processes(settings):
    """Two fresh processes with these settings in their environment."""
    os.environ.update(settings)
    try:
        pool = ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn"))
        list(pool.map(time.sleep, [0.5, 0.5]))
        return pool
    finally:
        for name in settings:
            del os.environ[name]


if __name__ == "__main__":
    folder, rounds = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2
    endings = (".wav", ".flac", ".ogg", ".mp3")
    paths = sorted(os.path.join(d, f) for d, _, files in os.walk(folder) for f in files if f.lower().endswith(endings))
    seconds = sum(soundfile.info(p).duration for p in paths)
    print(f"{len(paths)} sounds, {seconds:,.0f} s\n")
    print("| preset | Auricle, 2 threads | processor seconds | x real time | librosa, 2 processes | elapsed | processor seconds | librosa / Auricle, elapsed | processor |")
    print("|---|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as work, processes({}) as plain, processes(KEPT) as kept:
        peers = {"as it starts": plain, "memory kept": kept}
        for preset, ending in (("logmel-128", "npy"), ("descriptors", "csv")):
            for pool in peers.values():
                list(pool.map(timed, [(preset, p) for p in paths[:16]]))
            ours, theirs = [], {name: [] for name in peers}
            for _ in range(rounds):
                ours.append(auricle(preset, folder, f"{work}/a.{ending}"))
                for name, pool in peers.items():
                    theirs[name].append(peer(preset, paths, f"{work}/l.{ending}", pool))
            a, a_cpu = map(min, zip(*ours))
            for name in peers:
                l, l_cpu = map(min, zip(*theirs[name]))
                print(f"| {preset} | {a:.1f} s | {a_cpu:.1f} s | {seconds / a:,.0f} | {name} | {l:.1f} s | {l_cpu:.1f} s | {l / a:.1f} | {l_cpu / a_cpu:.1f} |", flush=True)
