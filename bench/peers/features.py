"""Times Auricle's features beside librosa's and PyTorch's: the same minute of sound, one thread each, in one run.

Needs: python3 -m pip install librosa torch, and mvn -q -DskipTests package.
Usage: features.py [ROUNDS [NAME...]], such as features.py 4 descriptors resample. AURICLE_CLASSES names where the classes
lie in each module (target/classes). Prints a Markdown table of the least processor time of all rounds, in ms, and how many times faster Auricle is.
"""
import os, subprocess, sys, tempfile, time

for name in ("OMP", "MKL", "OPENBLAS", "NUMBA"):
    os.environ[f"{name}_NUM_THREADS"] = "1"
import librosa, numpy as np, torch

torch.set_num_threads(1)
ROOT = os.path.realpath(f"{os.path.dirname(os.path.abspath(__file__))}/../..")
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 8
NAMES = sys.argv[2:] or ["logmel-64", "logmel-128", "mfcc-20", "descriptors", "resample"]
CLASSES = os.environ.get("AURICLE_CLASSES", "target/classes")
RUNS = 3
SR, F = 22050, librosa.feature


def java(kernel, folder):
    classes = [f"{ROOT}/{m}/{CLASSES}" for m in ("bench", "runtime", "signal", "audio")]
    flags = ["--add-modules", "jdk.incubator.vector"] if kernel == "vector" else []
    process = subprocess.Popen(["java", *flags, f"-Dauricle.kernel={kernel}", "-XX:+UseSerialGC", "-Xmx2g", "-cp", ":".join(classes),
                                "dev.auricle.bench.FeatureTimes", folder, *NAMES], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=open(f"{folder}/{kernel}.err", "w"), text=True)
    while process.stdout.readline().strip() != "ready":
        if process.poll() is not None:
            sys.exit("the Java side did not start; build it first (mvn -q -DskipTests package): " + open(f"{folder}/{kernel}.err").read())
    return process


def ask(process, name):
    process.stdin.write(name + "\n"); process.stdin.flush()
    return float(process.stdout.readline())


def best(function):
    least = float("inf")
    for _ in range(RUNS):
        start = time.process_time(); function(); least = min(least, time.process_time() - start)
    return least * 1e3


def torch_log_mel(y, bands):
    window, filters = torch.hann_window(2048), torch.tensor(librosa.filters.mel(sr=SR, n_fft=2048, n_mels=bands))
    y = torch.tensor(y)

    def run():
        power = torch.stft(y, 2048, 512, window=window, center=True, pad_mode="constant", return_complex=True).abs() ** 2
        level = 10 * torch.log10(torch.clamp(filters @ power, min=1e-10))
        return torch.maximum(level, level.max() - 80)
    return run


def librosa_descriptors(y):
    """The columns of the preset descriptors without its dynamics, from one transform."""
    S = np.abs(librosa.stft(y)); P = S**2
    level = librosa.power_to_db(F.melspectrogram(S=P, sr=SR)); mfcc = F.mfcc(S=level, n_mfcc=20); chroma = F.chroma_stft(S=P, sr=SR)
    centroid = F.spectral_centroid(S=S, sr=SR)
    rows = np.vstack([mfcc, F.delta(mfcc), F.delta(mfcc, order=2), chroma, centroid, F.spectral_bandwidth(S=S, sr=SR, centroid=centroid),
                      F.spectral_rolloff(S=S, sr=SR), F.spectral_contrast(S=S, sr=SR), F.spectral_flatness(S=S), F.zero_crossing_rate(y),
                      F.rms(y=y), F.tonnetz(chroma=chroma)])
    tempo = F.tempo(onset_envelope=librosa.onset.onset_strength(S=level, sr=SR), sr=SR)
    return np.concatenate([rows.mean(1), rows.std(1), rows.min(1), rows.max(1), np.median(rows, 1), tempo])


with tempfile.TemporaryDirectory() as folder:
    vector, plain = java("vector", folder), java("plain", folder)
    y = np.fromfile(f"{folder}/sound22050.f32", dtype="<f4"); y44 = np.fromfile(f"{folder}/sound44100.f32", dtype="<f4")
    peers = {
        "logmel-64": {"librosa": lambda: librosa.power_to_db(F.melspectrogram(y=y, sr=SR, n_mels=64)), "torch": torch_log_mel(y, 64)},
        "logmel-128": {"librosa": lambda: librosa.power_to_db(F.melspectrogram(y=y, sr=SR, n_mels=128)), "torch": torch_log_mel(y, 128)},
        "mfcc-20": {"librosa": lambda: F.mfcc(y=y, sr=SR, n_mfcc=20)},
        "descriptors": {"librosa": lambda: librosa_descriptors(y)},
        "resample": {"librosa": lambda: librosa.resample(y44, orig_sr=44100, target_sr=16000)},
    }
    peers = {name: peers[name] for name in NAMES}
    for functions in peers.values():
        for function in functions.values():
            function()
    least = {}
    for _ in range(ROUNDS):
        for name, functions in peers.items():
            times = {"Auricle": ask(vector, name), "plain Java": ask(plain, name), **{who: best(f) for who, f in functions.items()}}
            for who, ms in times.items():
                least[name, who] = min(ms, least.get((name, who), ms))
    print("| a minute of sound | Auricle | x real time | plain Java | librosa | torch | librosa / Auricle | torch / Auricle | librosa / plain Java |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name in peers:
        own, simple, lib, tor = (least.get((name, who)) for who in ("Auricle", "plain Java", "librosa", "torch"))
        print(f"| {name} | {own:.1f} ms | {60000 / own:,.0f} | {simple:.1f} ms | {lib:.1f} ms | {f'{tor:.1f} ms' if tor else ''} "
              f"| {lib / own:.1f} | {f'{tor / own:.1f}' if tor else ''} | {lib / simple:.1f} |")
    for process in (vector, plain):
        process.stdin.close()
