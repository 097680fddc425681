#!/bin/sh
# From 10 s of samples to mn04's label, here and in Python (torch, ONNX Runtime), in turn, one thread each: tagging.sh CHECKPOINT [ROUNDS]
# Needs a built checkout (mvn package) and Python with torch and onnxruntime. Compare within one run of this script.
set -eu
checkpoint=$(realpath "$1") rounds=${2:-60}
cd "$(dirname "$0")/../.."
graph=$(mktemp --suffix=.onnx)
trap 'rm -f "$graph"' EXIT
export OMP_WAIT_POLICY=PASSIVE OMP_NUM_THREADS=1
classpath=$(mvn -q -o -pl bench dependency:build-classpath -Dmdep.outputFile=/dev/stdout 2>/dev/null | tail -1)
for round in 1 2 3; do
  java --add-modules jdk.incubator.vector -cp "bench/target/classes:$classpath" dev.auricle.bench.TaggingBench "$checkpoint" "$graph" "$rounds" 2>/dev/null
  "${PYTHON:-python3}" bench/peers/tagging.py "$graph" "$rounds"
done
