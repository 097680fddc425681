#!/bin/sh
# Training steps here and in Python's PyTorch, in turn, on the same networks and threads: steps.sh [THREADS [STEPS]]
# Needs a built checkout (mvn package) and Python with torch. Each program runs twice; compare within one run of this script.
set -eu
cd "$(dirname "$0")/../.."
threads=${1:-2} steps=${2:-30}
# What the command 'auricle train' sets; it applies to both programs.
export OMP_WAIT_POLICY=PASSIVE MALLOC_ARENA_MAX=1 MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=8589934592
classpath=$(mvn -q -o -pl bench dependency:build-classpath -Dmdep.outputFile=/dev/stdout 2>/dev/null | tail -1)
for round in 1 2; do
  java --add-modules jdk.incubator.vector -cp "bench/target/classes:$classpath" dev.auricle.bench.StepBench "$threads" "$steps" 2>/dev/null
  python3 bench/peers/steps.py "$threads" "$steps"
done
