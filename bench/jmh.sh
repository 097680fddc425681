#!/bin/sh
# Runs the JMH benchmarks, after building what they need. Arguments are JMH's: bench/jmh.sh FeatureBench -prof gc
set -eu
cd "$(dirname "$0")/.."
mvn -q -B -ntp -DskipTests -Djacoco.skip -pl bench -am package dependency:build-classpath -Dmdep.outputFile=target/classpath
exec java --add-modules jdk.incubator.vector -cp "bench/target/classes:$(cat bench/target/classpath)" org.openjdk.jmh.Main "$@"
