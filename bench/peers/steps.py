"""A training step of the networks of the recipes cnn, resnet and bilstm in Python's PyTorch.

    python3 bench/peers/steps.py THREADS STEPS

Prints name, median milliseconds and milliseconds of processor time, as dev.auricle.bench.StepBench does. Layouts of
memory, optimizer and loss are the ones a PyTorch user takes: default (channels first), and channels last as a second line.
"""
import sys
import time

import torch
from torch import nn
import torch.nn.functional as F

THREADS, STEPS = int(sys.argv[1]), int(sys.argv[2])
torch.set_num_threads(THREADS)
torch.manual_seed(1)


class Cnn(nn.Module):
    def __init__(self, channels, labels=10):
        super().__init__()
        before = channels[0]
        layers = [nn.Conv2d(1, before, 5, 2, 2, bias=False), nn.BatchNorm2d(before), nn.ReLU()]
        for width in channels[1:]:
            layers += [nn.Conv2d(before, width, 3, padding=1, bias=False), nn.MaxPool2d(2), nn.BatchNorm2d(width),
                       nn.ReLU()]
            before = width
        self.body = nn.Sequential(*layers)
        self.drop = nn.Dropout(0.3)
        self.head = nn.Linear(2 * before, labels)

    def forward(self, x):
        x = self.body(x.unsqueeze(1))
        return self.head(self.drop(torch.cat([x.mean((2, 3)), x.amax((2, 3))], 1)))


class Block(nn.Module):
    def __init__(self, before, width, stride):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(before, width, 3, stride, 1, bias=False), nn.BatchNorm2d(width), nn.ReLU(),
            nn.Conv2d(width, width, 3, 1, 1, bias=False), nn.BatchNorm2d(width))
        self.around = nn.Sequential() if stride == 1 and before == width else nn.Sequential(
            nn.AvgPool2d(stride) if stride > 1 else nn.Identity(), nn.Conv2d(before, width, 1, bias=False),
            nn.BatchNorm2d(width))

    def forward(self, x):
        return F.relu(self.body(x) + self.around(x))


class Large(nn.Module):
    def __init__(self, channels=(32, 64, 128, 256), blocks=2, labels=10):
        super().__init__()
        before = channels[0]
        layers = [nn.Conv2d(1, before, 3, padding=1, bias=False), nn.MaxPool2d(2), nn.BatchNorm2d(before), nn.ReLU()]
        for stage, width in enumerate(channels):
            for block in range(blocks):
                layers.append(Block(before, width, 2 if stage and not block else 1))
                before = width
        self.body = nn.Sequential(*layers)
        self.drop = nn.Dropout(0.2)
        self.head = nn.Linear(2 * before, labels)

    def forward(self, x):
        x = self.body(x.unsqueeze(1))
        return self.head(self.drop(torch.cat([x.mean((2, 3)), x.amax((2, 3))], 1)))


class BiLstm(nn.Module):
    def __init__(self, bands=40, hidden=96, labels=10):
        super().__init__()
        self.lstm = nn.LSTM(bands, hidden, 2, batch_first=True, bidirectional=True, dropout=0.3)
        self.drop = nn.Dropout(0.3)
        self.head = nn.Linear(4 * hidden, labels)

    def forward(self, x):
        x = F.avg_pool1d(x, 2).transpose(1, 2)
        x, _ = self.lstm(x)
        x = self.drop(x)
        return self.head(torch.cat([x.mean(1), x.amax(1)], 1))


def measure(name, model, shape, steps, last=False, bf16=False):
    if last:
        model = model.to(memory_format=torch.channels_last)
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.003, weight_decay=0.01)
    x, y = torch.randn(32, *shape), torch.arange(32) % 10
    times = []
    for step in range(max(3, steps // 5) + steps):
        if step == max(3, steps // 5):
            processor = time.process_time()
        start = time.perf_counter()
        optimizer.zero_grad()
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bf16):
            scores = model(x)
        F.cross_entropy(scores.float(), y, label_smoothing=0.05).backward()
        optimizer.step()
        if step >= max(3, steps // 5):
            times.append(time.perf_counter() - start)
    processor = (time.process_time() - processor) / steps
    print(f"pytorch {name} {sorted(times)[len(times) // 2] * 1e3:.2f} {processor * 1e3:.2f}", flush=True)


CHANNELS = [16, 32, 64, 96, 128]
measure("cnn", Cnn(CHANNELS), (64, 64), STEPS)
measure("cnn-channels-last", Cnn(CHANNELS), (64, 64), STEPS, True)
measure("resnet", Large(), (128, 192), max(3, STEPS // 10))
measure("resnet-channels-last", Large(), (128, 192), max(3, STEPS // 10), True)
measure("resnet-channels-last-bf16", Large(), (128, 192), max(3, STEPS // 10), True, True)
measure("bilstm", BiLstm(), (40, 100), STEPS)
