#!/bin/sh
# Makes what docs/four-classes.md shows: seven recipes on four classes of sound, as they stand and with settings
# chosen inside the training part.
#
#   bench/four-classes.sh DATA WORK
#
# DATA: the folder speech-music-animal-vehicle. WORK: where searches and tuned recipes are kept; a second call goes
# on where a first was stopped. Writes docs/images/four-classes.* and docs/images/four-classes-*.svg. Needs Chromium
# for the picture of the report.
set -eu
data=$1
work=$2
home=$(cd "$(dirname "$0")/.." && pwd)
auricle=${AURICLE:-$home/auricle}
images=$home/docs/images
mkdir -p "$work" "$images"

recipes=cnn
for recipe in logistic forest adaboost-tree adaboost-forest xgboost; do
  [ -f "$work/$recipe-tuned.yaml" ] || "$auricle" tune "$data" --protocol split -r $recipe --method halving --budget 12 \
    -o "$work/$recipe-tuned.yaml" --no-report > "$work/$recipe-tuned.txt"
  cp "$work/$recipe-tuned.svg" "$images/four-classes-$recipe.svg"
  recipes=$recipes,$recipe,$work/$recipe-tuned.yaml
done
"$auricle" compare "$data" --protocol split -r $recipes,kernel,kernel-timbre --no-clips \
  --report "$images/four-classes.html" | tee "$images/four-classes.txt"
if command -v chromium > /dev/null; then
  chromium --headless --no-sandbox --hide-scrollbars --window-size=1100,1500 \
    --screenshot="$images/four-classes.png" "file://$images/four-classes.html" 2> /dev/null
fi
