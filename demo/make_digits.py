#!/usr/bin/env python3
"""Makes the spoken digits in demo/digits and the three clips in demo/unheard.

Needs espeak-ng, ffmpeg with libvorbis, and numpy. Everything random comes from SEED, one generator a clip, so that
a run with the same versions of those programs writes the same sounds:

    python3 demo/make_digits.py
"""

import csv
import pathlib
import shutil
import subprocess

import numpy as np

SEED = 20261120
RATE = 16000
TAKES = 2
NOISE = [(38, 48), (32, 38), (26, 32)]  # dB of the voice above the noise: a quiet, an ordinary, a loud room
DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

# group: (espeak-ng voice and variant, its pitch 0-99). "en" is British; the voice "en-gb" ignores every variant.
VOICES = {
    "american-man": ("en-us+m3", 40),
    "american-man-2": ("en-us+m7", 45),
    "american-man-3": ("en-us+Andy", 45),
    "american-woman": ("en-us+f4", 50),
    "american-woman-2": ("en-us+f1", 50),
    "british-man": ("en", 45),
    "british-man-2": ("en+m1", 50),
    "british-man-3": ("en+m3", 40),
    "british-woman": ("en+f2", 55),
    "british-woman-2": ("en+f4", 50),
    "caribbean-man": ("en-029+m2", 40),
    "caribbean-woman": ("en-029+f4", 55),
    "croak": ("en+croak", 40),
    "croak-american": ("en-us+croak", 40),
    "lancaster-man": ("en-gb-x-gbclan+m5", 50),
    "lancaster-woman": ("en-gb-x-gbclan+f5", 45),
    "midlands-man": ("en-gb-x-gbcwmd+m4", 45),
    "midlands-woman": ("en-gb-x-gbcwmd+f2", 55),
    "newyork-man": ("en-us-nyc+Mike", 40),
    "received-man": ("en-gb-x-rp+m1", 45),
    "received-woman": ("en-gb-x-rp+f2", 50),
    "scottish-man": ("en-gb-scotland+m3", 40),
    "scottish-woman": ("en-gb-scotland+f2", 50),
    "whisper": ("en+whisper", 50),
}
UNHEARD = ("en+f3", 50)
UNHEARD_DIGITS = ["three", "seven", "eight"]


def speak(voice, pitch, rate, word):
    """The word as samples at 16 kHz, without the silence that the synthesiser leaves around it."""
    command = ["espeak-ng", "-v", voice, "-s", str(rate), "-p", str(pitch), "--stdout", word]
    spoken = subprocess.run(command, check=True, capture_output=True).stdout
    command = ["ffmpeg", "-v", "error", "-i", "-", "-ar", str(RATE), "-ac", "1", "-f", "f32le", "-"]
    samples = np.frombuffer(subprocess.run(command, input=spoken, check=True, capture_output=True).stdout, np.float32)
    loud = np.flatnonzero(np.abs(samples) > 0.01 * np.abs(samples).max())
    return samples[loud[0] : loud[-1] + 1].astype(np.float64)


def in_a_room(dry, random):
    """The dry sound with a tail of decaying noise, 0.1 to 0.25 s to fall by 60 dB, as a small room gives it."""
    decay = random.uniform(0.1, 0.25)
    time = np.arange(int(decay * RATE)) / RATE
    tail = random.standard_normal(len(time)) * 10 ** (-3 * time / decay)
    tail *= random.uniform(0.05, 0.2) / np.sqrt(np.sum(tail**2))
    tail[0] = 1.0
    length = len(dry) + len(tail) - 1
    return np.fft.irfft(np.fft.rfft(dry, length) * np.fft.rfft(tail, length), length)


def room_noise(length, random):
    """Noise falling by 0 to 9 dB an octave, with a little mains hum, at unit power."""
    spectrum = np.fft.rfft(random.standard_normal(length))
    frequency = np.maximum(np.fft.rfftfreq(length, 1 / RATE), 50)
    noise = np.fft.irfft(spectrum * frequency ** -random.uniform(0, 1.5), length)
    noise /= np.sqrt(np.mean(noise**2))
    time = np.arange(length) / RATE
    hum = np.sin(2 * np.pi * random.choice([50, 60]) * time + random.uniform(0, 2 * np.pi))
    noise += random.uniform(0, 0.5) * hum
    return noise / np.sqrt(np.mean(noise**2))


def clip(voice, pitch, word, signal_to_noise, random):
    """One recording: spoken at some rate and pitch, in some room, with noise and silence around it."""
    rate = int(random.integers(130, 201))
    dry = speak(voice, int(np.clip(pitch + random.integers(-15, 16), 0, 99)), rate, word)
    wet = in_a_room(dry, random)
    before, after = random.integers(int(0.05 * RATE), int(0.4 * RATE), 2)
    sound = np.concatenate([np.zeros(before), wet, np.zeros(after)])
    power = np.mean(dry**2)
    sound += room_noise(len(sound), random) * np.sqrt(power / 10 ** (signal_to_noise / 10))
    peak = 10 ** (random.uniform(-18, -2) / 20)
    return peak * sound / np.abs(sound).max()


def write(path, samples):
    path.parent.mkdir(parents=True, exist_ok=True)
    command = ["ffmpeg", "-v", "error", "-y", "-f", "f32le", "-ar", str(RATE), "-ac", "1", "-i", "-"]
    command += ["-c:a", "libvorbis", "-q:a", "2", "-bitexact", "-map_metadata", "-1", str(path)]
    subprocess.run(command, input=samples.astype(np.float32).tobytes(), check=True)


def main():
    here = pathlib.Path(__file__).resolve().parent
    digits = here / "digits"
    for old in [*(digits / word for word in DIGITS), here / "unheard"]:
        shutil.rmtree(old, ignore_errors=True)
    rows = []
    for speaker, (group, (voice, pitch)) in enumerate(VOICES.items()):
        for digit, word in enumerate(DIGITS):
            for take in range(TAKES):
                random = np.random.default_rng([SEED, speaker, digit, take])
                # A quiet, an ordinary and a loud room, in turn over voices, digits and takes.
                noise = random.uniform(*NOISE[(speaker + digit + take) % 3])
                name = f"{word}/{group}-{take + 1}.ogg"
                write(digits / name, clip(voice, pitch, word, noise, random))
                rows.append((name, word, group))
    with open(digits / "manifest.csv", "w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["path", "label", "group"])
        writer.writerows(sorted(rows))
    for digit, word in enumerate(UNHEARD_DIGITS):
        random = np.random.default_rng([SEED, len(VOICES), digit, 0])
        write(here / "unheard" / f"{word}.ogg", clip(*UNHEARD, word, 32, random))


if __name__ == "__main__":
    main()
