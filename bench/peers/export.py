"""A graph of 'auricle export' in Python: export.py GRAPH SOUND.wav [SOUND.wav...]

Needs onnxruntime and numpy, nothing of Auricle. Prints what the graph says of itself, then the three most probable labels of
each sound, in the words of 'auricle classify'. Sounds are 16-bit WAV files at the graph's rate.
"""
import json, sys, wave
import numpy as np, onnxruntime as ort

session = ort.InferenceSession(sys.argv[1], providers=["CPUExecutionProvider"])
about = session.get_modelmeta().custom_metadata_map
labels, rate = json.loads(about["labels"]), int(about["sample_rate"])
print(f"{about['name']}: {len(labels)} labels, {rate} Hz, input {session.get_inputs()[0].name} {session.get_inputs()[0].shape} "
      f"(onnxruntime {ort.__version__})")
for path in sys.argv[2:]:
    with wave.open(path) as sound:
        if (sound.getframerate(), sound.getsampwidth()) != (rate, 2):
            sys.exit(f"{path}: expected 16 bits at {rate} Hz, found {8 * sound.getsampwidth()} bits at {sound.getframerate()} Hz")
        frames = np.frombuffer(sound.readframes(sound.getnframes()), np.int16).reshape(-1, sound.getnchannels())
    samples = (frames / 32768).mean(1, dtype=np.float32)
    scores = session.run(["probabilities"], {"waveform": samples[None]})[0][0]
    print(f"{path}:  " + "  ".join(f"{labels[i]} {scores[i]:.3f}" for i in np.argsort(-scores)[:3]))
