"""Times Auricle's fits of classical models beside scikit-learn's: the same matrix, one thread each, in turns in one run.

python3 bench/peers/fitting.py ESC-50-FOLDER [--rounds 3] [--only forest] [--matrix FOLDER] [--classes CLASSPATH]

Needs: python3 -m pip install scikit-learn, and mvn -q -DskipTests package. Prints a Markdown table of the least processor
time of all rounds, in seconds, and how many times as fast Auricle is. Accuracy is of no concern here: everything is fitted on.
"""
import argparse, os, subprocess, sys, tempfile, time

for name in ("OMP", "MKL", "OPENBLAS"):
    os.environ[f"{name}_NUM_THREADS"] = "1"
import numpy as np, sklearn
from sklearn.ensemble import AdaBoostClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

ROOT = os.path.realpath(f"{os.path.dirname(os.path.abspath(__file__))}/../..")
arguments = argparse.ArgumentParser()
arguments.add_argument("data")
arguments.add_argument("--rounds", type=int, default=3)
arguments.add_argument("--only", default="", help="models whose name begins so")
arguments.add_argument("--matrix", help="folder that keeps the descriptors")
arguments.add_argument("--classes")
arguments = arguments.parse_args()
MODULES = ("bench", "learn", "network", "runtime", "data", "audio", "signal")
CLASSES = arguments.classes or ":".join([f"{ROOT}/{m}/target/classes" for m in MODULES] + [f"{ROOT}/app/target/lib/*"])
MODELS = {
    "forest, 500 trees": (
        "{type: forest, trees: 500}",
        lambda seed: RandomForestClassifier(500, n_jobs=1, random_state=seed)),
    "logistic regression, L2 30": (
        "{type: logistic, l2: 30}",
        lambda seed: make_pipeline(StandardScaler(), LogisticRegression(C=1 / 30, max_iter=1000))),
    "SAMME, 50 trees of depth 8": (
        "{type: adaboost-tree, rounds: 50, max-depth: 8}",
        lambda seed: AdaBoostClassifier(DecisionTreeClassifier(max_depth=8), n_estimators=50, random_state=seed)),
}

MODELS = {name: model for name, model in MODELS.items() if name.startswith(arguments.only)}
with tempfile.TemporaryDirectory() as temporary:
    folder = arguments.matrix or temporary
    # Serial collection, so that no other thread works for the one that is timed.
    java = subprocess.Popen(["java", "--add-modules", "jdk.incubator.vector", "-XX:+UseSerialGC", "-Xmx3g", "-cp", CLASSES, "dev.auricle.bench.FittingBench", arguments.data, folder],
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=open(f"{temporary}/err", "w"), text=True)
    while java.stdout.readline().strip() != "ready":
        if java.poll() is not None:
            sys.exit("the Java side did not start; build it first (mvn -q -DskipTests package): " + open(f"{temporary}/err").read())
    y = np.fromfile(f"{folder}/labels.i32", "<i4")
    x = np.fromfile(f"{folder}/matrix.f32", "<f4").reshape(len(y), -1)
    ours, theirs = {}, {}
    for seed in range(1, arguments.rounds + 1):
        for name, (model, make) in MODELS.items():
            java.stdin.write(model + "\n"); java.stdin.flush()
            ours.setdefault(name, []).append(float(java.stdout.readline()))
            start = time.process_time(); make(seed).fit(x, y)
            theirs.setdefault(name, []).append(time.process_time() - start)
            print(name, "round", seed, ours[name][-1], round(theirs[name][-1], 3), file=sys.stderr, flush=True)
    java.stdin.close()
    print(f"{x.shape[0]} rows, {x.shape[1]} columns, {y.max() + 1} classes; scikit-learn {sklearn.__version__}\n")
    print("| fit, one thread | Auricle, s | scikit-learn, s | scikit-learn / Auricle |\n|---|---|---|---|")
    for name in MODELS:
        a, b = min(ours[name]), min(theirs[name])
        print(f"| {name} | {a:.2f} | {b:.2f} | {b / a:.1f} |")
