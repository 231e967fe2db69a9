"""A small plain network with hard swish and squeeze-and-excitation; 7 x 7 cells."""

import torch
from torch import nn


class Squeeze(nn.Module):
    """Channels weighted by what the whole picture has of them."""

    def __init__(self, width):
        super().__init__()
        self.inner = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Conv2d(width, width // 4, 1), nn.ReLU(), nn.Conv2d(width // 4, width, 1), nn.Hardsigmoid())

    def forward(self, x):
        return x * self.inner(x)


def step(inputs, outputs, stride=1, kernel=3):
    return [nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(outputs), nn.Hardswish()]


class Network(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.features = nn.Sequential(*step(3, 16, 2, 5), *step(16, 32, 2), *step(32, 40), Squeeze(40), *step(40, 64, 2), *step(64, 64), Squeeze(64))
        self.head = nn.Linear(64, classes)

    def forward(self, x):
        return self.head(self.features(x).mean((2, 3)))


MEAN, STD = torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1), torch.tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1)


def fed(pictures):
    """uint8 (n, side, side, 3) -> what the network is given"""
    return (torch.from_numpy(pictures).permute(0, 3, 1, 2).float() / 255 - MEAN) / STD
