"""Times scikit-learn's fits on the matrix that FittingBench left, on one thread.

python3 bench/peers/fitting.py FOLDER
"""
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np
from sklearn.ensemble import AdaBoostClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

folder = sys.argv[1]
y = np.fromfile(f"{folder}/labels.i32", "<i4")
x = np.fromfile(f"{folder}/matrix.f32", "<f4").reshape(len(y), -1)
models = {
    "forest, 500 trees": lambda seed: RandomForestClassifier(500, n_jobs=1, random_state=seed),
    "logistic, C = 1/30": lambda seed: make_pipeline(StandardScaler(), LogisticRegression(C=1 / 30, max_iter=1000)),
    "SAMME, 50 trees of depth 8": lambda seed: AdaBoostClassifier(
        DecisionTreeClassifier(max_depth=8), n_estimators=50, random_state=seed
    ),
}
for name, make in models.items():
    for seed in (1, 2, 3):
        start = time.perf_counter()
        make(seed).fit(x, y)
        print(f"{name} round {seed}: {time.perf_counter() - start:.2f} s", flush=True)
