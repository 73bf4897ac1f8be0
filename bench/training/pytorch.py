"""A classic network for MNIST in PyTorch: with its defaults, or with what makes it fastest on a CPU (argument "best")."""

import os
import sys
import time

import numpy as np
import torch
from torch import nn

folder, best = sys.argv[1], "best" in sys.argv
labels = torch.from_numpy(np.fromfile(os.path.join(folder, "labels"), dtype=np.uint8).astype(np.int64))
count = len(labels)
images = torch.from_numpy(np.fromfile(os.path.join(folder, "images"), dtype=np.float32)).reshape(count, 1, 28, 28)

model = nn.Sequential(
    nn.Conv2d(1, 32, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
    nn.Conv2d(32, 64, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
    nn.Flatten(),
    nn.Linear(7 * 7 * 64, 1024), nn.ReLU(),
    nn.Linear(1024, 10),
)  # fmt: skip
if best:
    model = model.to(memory_format=torch.channels_last)
    images = images.to(memory_format=torch.channels_last)
optimizer = torch.optim.Adam(model.parameters(), fused=best)
loss_function = nn.CrossEntropyLoss()

for _ in sys.stdin:
    start = time.perf_counter()
    for batch in torch.randperm(count).split(64):
        optimizer.zero_grad()
        loss = loss_function(model(images[batch]), labels[batch])
        loss.backward()
        optimizer.step()
    print(count / (time.perf_counter() - start), flush=True)
