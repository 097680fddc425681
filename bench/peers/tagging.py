"""Time from 10 s of samples to mn04's label in Python, one thread: tagging.py GRAPH [ROUNDS]

Features by torch as EfficientAT computes them, the network by ONNX Runtime from the graph that dev.auricle.bench.TaggingBench
writes. Needs torch, numpy and onnxruntime. bench/peers/tagging.sh runs both in turn.
"""
import sys, time
import numpy as np, onnxruntime as ort, torch

torch.set_num_threads(1)
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 60
options = ort.SessionOptions()
options.intra_op_num_threads = options.inter_op_num_threads = 1
session = ort.InferenceSession(sys.argv[1], options)


def kaldi_mel(bands=128, n_fft=1024, rate=32000, low=0.0, high=15000.0):
    to_mel = lambda f: 1127.0 * np.log1p(f / 700.0)
    step = (to_mel(high) - to_mel(low)) / (bands + 1)
    band = np.arange(bands)[:, None]
    left, centre, right = (to_mel(low) + (band + k) * step for k in range(3))
    mel = to_mel(rate / n_fft * np.arange(n_fft // 2))[None]
    filters = np.maximum(0, np.minimum((mel - left) / (centre - left), (right - mel) / (right - centre)))
    return torch.tensor(np.pad(filters, ((0, 0), (0, 1))), dtype=torch.float32)


filters, window = kaldi_mel(), torch.hann_window(800, periodic=False)


def features(x):
    x = x[1:] - 0.97 * x[:-1]
    power = torch.view_as_real(torch.stft(x, 1024, 320, 800, window, center=True, return_complex=True)).square().sum(-1)
    return ((filters @ power + 1e-5).log() + 4.5) / 5


x = torch.tensor(0.1 * np.random.default_rng(1).standard_normal(320000), dtype=torch.float32)
mels, networks = [], []
with torch.inference_mode():
    for i in range(-rounds // 2, rounds):
        start = time.perf_counter()
        mel = features(x)
        middle = time.perf_counter()
        session.run(["probabilities"], {"features": mel[None].numpy()})
        if i >= 0:
            mels.append(1e3 * (middle - start))
            networks.append(1e3 * (time.perf_counter() - middle))
print(f"python   mel {min(mels):6.2f} ms, network {min(networks):6.2f} ms, both {min(map(sum, zip(mels, networks))):6.2f} ms "
      f"(least of {rounds}, one thread; torch {torch.__version__}, onnxruntime {ort.__version__})")
