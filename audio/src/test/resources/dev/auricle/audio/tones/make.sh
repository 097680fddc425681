#!/bin/sh
# Makes the sounds beside this script: half a second of two gliding tones, one a channel, in every
# common coding. They were made by FFmpeg 5.1; making them anew changes their bytes.
set -eu
cd "$(dirname "$0")"
run() { ffmpeg -v error -y -i tone.wav -map_metadata -1 -fflags +bitexact -flags:a +bitexact "$@"; }
ffmpeg -v error -y -f lavfi -i "aevalsrc=0.4*sin(2*PI*(300*t+900*t*t))|0.3*sin(2*PI*(2000*t-1500*t*t)):s=22050:d=0.5" \
  -c:a pcm_s16le -fflags +bitexact -flags:a +bitexact tone.wav
run -c:a adpcm_ima_wav adpcm.wav
run -c:a pcm_mulaw tone.au
run -c:a pcm_s16be tone.aiff
run -c:a pcm_s16le tone.caf
run -c:a flac tone.flac
run -c:a flac flac.oga
run -c:a libvorbis -q:a 1 tone.ogg
run -c:a libopus -b:a 24k tone.opus
run -c:a libopus -b:a 24k tone.webm
run -c:a libmp3lame -b:a 32k tone.mp3
run -c:a libmp3lame -b:a 32k -write_xing 0 noheader.mp3
run -c:a mp2 -b:a 32k tone.mp2
run -c:a aac -b:a 32k tone.m4a
run -c:a aac -b:a 32k adts.aac
run -c:a alac alac.m4a
run -c:a wmav2 -b:a 32k tone.wma
run -c:a wavpack tone.wv
run -c:a tta tone.tta
run -c:a ac3 -ar 32000 -b:a 48k tone.ac3
run -c:a libspeex -ar 16000 -ac 1 speex.ogg
run -c:a libvorbis -q:a 1 tone.mka
# A sound that changes its rate midway, as joined files do: 1 kHz at 22.05 kHz, then at 44.1 kHz.
for rate in 22050 44100; do
  ffmpeg -v error -y -f lavfi -i "sine=1000:r=$rate:d=0.5" -c:a libmp3lame -b:a 32k -write_xing 0 \
    -map_metadata -1 -id3v2_version 0 -fflags +bitexact -flags:a +bitexact part$rate.mp3
done
cat part22050.mp3 part44100.mp3 > joined.mp3
rm part22050.mp3 part44100.mp3
