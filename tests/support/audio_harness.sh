#!/usr/bin/env bash
# Runs a command with a sound card that keeps time and is recorded: PulseAudio's pipe sink on the system
# clock, reached through ALSA. Usage: audio_harness.sh COMMAND...
# The command finds the recording (16-bit little-endian, 48 kHz, stereo, growing) in $PIERIA_AUDIO_CAPTURE and
# the server's process in $PIERIA_AUDIO_SERVER, which it may kill to lose the device.
set -eu
d=$(mktemp -d)
chmod 700 "$d"
export XDG_RUNTIME_DIR=$d HOME=$d PIERIA_AUDIO_CAPTURE=$d/capture.raw
printf '%s\n' 'pcm_type.pulse { lib "libasound_module_pcm_pulse.so" }' \
  'pcm.!default { type pulse }' 'ctl.!default { type null }' > "$d/asound.conf"
pulseaudio -n --daemonize=no --exit-idle-time=-1 --use-pid-file=no --realtime=false --high-priority=false \
  -L "module-native-protocol-unix auth-anonymous=1 socket=$d/pa.sock" \
  -L "module-pipe-sink sink_name=pieria file=$d/sink.fifo rate=48000 channels=2 format=s16le use_system_clock_for_timing=yes" \
  > "$d/pulse.log" 2>&1 &
server=$!
reader=
cleanup() {
  kill "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  [ -z "$reader" ] || kill "$reader" 2>/dev/null || true
  rm -rf "$d"
}
trap cleanup EXIT
for _ in $(seq 100); do
  [ -S "$d/pa.sock" ] && [ -p "$d/sink.fifo" ] && break
  sleep .1
done
if [ ! -p "$d/sink.fifo" ]; then
  echo "The test sound server did not start:" >&2
  cat "$d/pulse.log" >&2
  exit 1
fi
cat "$d/sink.fifo" > "$PIERIA_AUDIO_CAPTURE" &
reader=$!
export PIERIA_AUDIO_SERVER=$server
export PULSE_SERVER=unix:$d/pa.sock ALSA_CONFIG_PATH=$d/asound.conf JACK_NO_START_SERVER=1
set +e
"$@"
rc=$?
set -e
exit $rc
