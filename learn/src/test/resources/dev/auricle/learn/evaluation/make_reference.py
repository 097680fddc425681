"""Writes predictions.csv, multilabel.csv and reference.csv beside itself: seeded predictions, and what scikit-learn
(1.9.1) and SciPy make of them. Run with: python3 make_reference.py"""
import warnings
from pathlib import Path

import numpy as np
from scipy.stats import binomtest
from sklearn import metrics as m

warnings.filterwarnings("ignore")
here = Path(__file__).parent
rng = np.random.default_rng(7)
reference = {}


def table(path, targets, probabilities):
    rows = [",".join(map(str, list(map(int, t)) + [repr(float(p)) for p in q])) for t, q in zip(targets, probabilities)]
    (here / path).write_text("\n".join(rows) + "\n")


# One label a clip, five labels, unequal shares; some probabilities tie because they are rounded.
n, k = 300, 5
truth = rng.choice(k, n, p=[0.4, 0.25, 0.2, 0.1, 0.05])
scores = rng.normal(size=(n, k)) + 1.5 * np.eye(k)[truth]
p = np.exp(scores) / np.exp(scores).sum(1, keepdims=True)
p = np.round(p, 3).astype(np.float32)
p[:, 0] += 1 - p.sum(1)
p = np.clip(p, 0, 1).astype(np.float32)
onehot = np.eye(k)[truth]
table("predictions.csv", onehot, p)
q = p.astype(np.float64)
guess = q.argmax(1)
reference["accuracy"] = m.accuracy_score(truth, guess)
reference["balancedAccuracy"] = m.balanced_accuracy_score(truth, guess)
for average in ("macro", "micro", "weighted"):
    reference[average + "F1"] = m.f1_score(truth, guess, average=average)
reference["top2"] = m.top_k_accuracy_score(truth, q + 1e-9 * np.arange(k)[::-1], k=2)
reference["logLoss"] = m.log_loss(truth, q)
reference["brier"] = m.brier_score_loss(truth, q, scale_by_half=False)
reference["rocAuc"] = m.roc_auc_score(onehot, q, average="macro")
reference["meanAveragePrecision"] = m.average_precision_score(onehot, q, average="macro")
for name, values in zip(
    ("precision", "recall", "f1", "support"), m.precision_recall_fscore_support(truth, guess)
):
    for j, value in enumerate(values):
        reference[f"{name}{j}"] = value
for j in range(k):
    reference[f"rocAuc{j}"] = m.roc_auc_score(onehot[:, j], q[:, j])
    reference[f"averagePrecision{j}"] = m.average_precision_score(onehot[:, j], q[:, j])
for i, row in enumerate(m.confusion_matrix(truth, guess)):
    for j, value in enumerate(row):
        reference[f"confusion{i}{j}"] = value

# Several labels a clip.
n, k = 200, 6
targets = (rng.random((n, k)) < [0.5, 0.3, 0.3, 0.2, 0.1, 0.4]).astype(int)
targets[targets.sum(1) == 0, 0] = 1
p = 1 / (1 + np.exp(-(rng.normal(size=(n, k)) + 2 * targets - 1)))
p = np.round(p, 2).astype(np.float32)
table("multilabel.csv", targets, p)
q = p.astype(np.float64)
given = (p >= 0.5).astype(int)
reference["multi.accuracy"] = m.accuracy_score(targets, given)
for average in ("macro", "micro", "weighted"):
    reference[f"multi.{average}F1"] = m.f1_score(targets, given, average=average)
reference["multi.rocAuc"] = m.roc_auc_score(targets, q, average="macro")
reference["multi.meanAveragePrecision"] = m.average_precision_score(targets, q, average="macro")
reference["multi.lwlrap"] = m.label_ranking_average_precision_score(targets, q, sample_weight=targets.sum(1))
eps = np.finfo(float).eps
c = np.clip(q, eps, 1 - eps)
reference["multi.logLoss"] = np.mean([m.log_loss(targets[:, j], q[:, j]) for j in range(k)])
reference["multi.brier"] = np.mean([m.brier_score_loss(targets[:, j], q[:, j]) for j in range(k)])

for a, b in ((3, 9), (0, 0), (40, 61), (5, 5)):
    reference[f"mcNemar.{a}.{b}"] = binomtest(a, a + b).pvalue if a + b else 1.0

(here / "reference.csv").write_text("".join(f"{key},{float(value)!r}\n" for key, value in reference.items()))
