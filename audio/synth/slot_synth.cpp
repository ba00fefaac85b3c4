#include "audio/synth/slot_synth.h"

#include "audio/synth/levels.h"
#include "core/base/log.h"

#include <fluidsynth.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <mutex>
#include <string>
#include <utility>

namespace pieria::audio {

namespace {

constexpr int kPolyphony = 512;
constexpr std::size_t kMostTracks = 128;
constexpr int kDrumBank = 128;

void forwardLog(int level, const char* message, void*)
{
    pieria::log(level <= FLUID_ERR ? LogLevel::Error : LogLevel::Debug, "pieria.synth", message);
}

void takeOverLog()
{
    static std::once_flag once;
    std::call_once(once, [] {
        for (const int level : { FLUID_PANIC, FLUID_ERR, FLUID_WARN, FLUID_INFO, FLUID_DBG }) {
            fluid_set_log_function(level, forwardLog, nullptr);
        }
    });
}

struct SettingsDeleter
{
    void operator()(fluid_settings_t* settings) const { delete_fluid_settings(settings); }
};

struct SynthDeleter
{
    void operator()(fluid_synth_t* synth) const { delete_fluid_synth(synth); }
};

using Settings = std::unique_ptr<fluid_settings_t, SettingsDeleter>;
using Synth = std::unique_ptr<fluid_synth_t, SynthDeleter>;

Settings makeSettings(int tracks)
{
    Settings settings(new_fluid_settings());
    fluid_settings_t* s = settings.get();
    fluid_settings_setnum(s, "synth.sample-rate", kSampleRate);
    fluid_settings_setnum(s, "synth.gain", 0.5);
    fluid_settings_setint(s, "synth.polyphony", kPolyphony);
    fluid_settings_setint(s, "synth.cpu-cores", 1);
    fluid_settings_setint(s, "synth.reverb.active", 0);
    fluid_settings_setint(s, "synth.chorus.active", 0);
    fluid_settings_setint(s, "synth.lock-memory", 0);
    fluid_settings_setint(s, "synth.dynamic-sample-loading", 1);
    fluid_settings_setint(s, "synth.midi-channels", (tracks + 15) / 16 * 16);
    // A stereo output per track, so that tracks of one slot are levelled apart.
    fluid_settings_setint(s, "synth.audio-channels", tracks);
    fluid_settings_setint(s, "synth.audio-groups", tracks);
    return settings;
}

class FluidSlotSynth final : public SlotSynth
{
public:
    FluidSlotSynth(
        Settings settings, Synth synth, std::vector<float> gains, std::vector<NoteEvent> events)
        : m_settings(std::move(settings))
        , m_synth(std::move(synth))
        , m_gains(std::move(gains))
        , m_events(std::move(events))
        , m_blocks(m_gains.size() * 2)
    {
        for (auto& block : m_blocks) {
            m_outputs.push_back(block.data());
        }
    }

    Status render(std::span<float> interleaved) override
    {
        constexpr auto kBlockFloats = static_cast<std::size_t>(2 * kSynthBlock);
        for (std::size_t at = 0; at + kBlockFloats <= interleaved.size(); at += kBlockFloats) {
            sendEvents();
            if (!renderBlock(interleaved.subspan(at, kBlockFloats))) {
                return fail(ErrorCode::Internal, "The synthesiser stopped: render again.");
            }
            m_frame += kSynthBlock;
        }
        return {};
    }

    [[nodiscard]] int stolenVoices() const override { return m_stolen; }

private:
    void sendEvents()
    {
        for (; m_next < m_events.size() && m_events[m_next].frame <= m_frame; ++m_next) {
            const NoteEvent& event = m_events[m_next];
            if (event.on) {
                strike(event);
            } else {
                fluid_synth_noteoff(m_synth.get(), event.channel, event.pitch);
            }
        }
    }

    /// FluidSynth does not say what it steals: a note that adds fewer voices than the last one of
    /// its channel, while all voices are taken, has cost the difference.
    void strike(const NoteEvent& event)
    {
        const int before = fluid_synth_get_active_voice_count(m_synth.get());
        fluid_synth_noteon(m_synth.get(), event.channel, event.pitch, event.velocity);
        const int after = fluid_synth_get_active_voice_count(m_synth.get());
        if (after < kPolyphony) {
            m_voicesPerNote = std::max(after - before, 1);
        } else {
            m_stolen += std::max(before + m_voicesPerNote - after, 0);
        }
    }

    bool renderBlock(std::span<float> out)
    {
        std::fill(out.begin(), out.end(), 0.0f);
        if (fluid_synth_get_active_voice_count(m_synth.get()) == 0) {
            return true;
        }
        for (auto& block : m_blocks) {
            block.fill(0.0f);
        }
        const int channels = static_cast<int>(m_outputs.size());
        if (fluid_synth_process(m_synth.get(), static_cast<int>(kSynthBlock), 0, nullptr, channels,
                m_outputs.data())
            != FLUID_OK) {
            return false;
        }
        for (std::size_t track = 0; track < m_gains.size(); ++track) {
            const auto& left = m_blocks[2 * track];
            const auto& right = m_blocks[2 * track + 1];
            for (std::size_t i = 0; i < left.size(); ++i) {
                out[2 * i] += m_gains[track] * left[i];
                out[2 * i + 1] += m_gains[track] * right[i];
            }
        }
        return true;
    }

    Settings m_settings;
    Synth m_synth;
    std::vector<float> m_gains;
    std::vector<NoteEvent> m_events;
    std::vector<std::array<float, kSynthBlock>> m_blocks;
    std::vector<float*> m_outputs;
    std::size_t m_next = 0;
    std::int64_t m_frame = 0;
    int m_stolen = 0;
    int m_voicesPerNote = 1;
};

/// Falls back as General MIDI players do: the standard kit for an unknown kit.
bool selectProgram(fluid_synth_t* synth, int channel, int font, const Track& track)
{
    if (track.slot != Slot::Drums) {
        return fluid_synth_program_select(synth, channel, font, 0, track.program & 127) == FLUID_OK;
    }
    fluid_synth_set_channel_type(synth, channel, CHANNEL_TYPE_DRUM);
    return fluid_synth_program_select(synth, channel, font, kDrumBank, track.program & 127)
        == FLUID_OK
        || fluid_synth_program_select(synth, channel, font, kDrumBank, 0) == FLUID_OK;
}

} // namespace

Result<std::unique_ptr<SlotSynth>> SlotSynth::create(const std::filesystem::path& soundFont,
    const std::vector<const Track*>& tracks, std::vector<NoteEvent> events)
{
    if (tracks.empty() || tracks.size() > kMostTracks) {
        return fail(ErrorCode::InvalidInput,
            "A role can be played by 1 to " + std::to_string(kMostTracks)
                + " tracks: merge some of them.");
    }
    takeOverLog();
    Settings settings = makeSettings(static_cast<int>(tracks.size()));
    Synth synth(new_fluid_synth(settings.get()));
    if (!synth) {
        return fail(ErrorCode::OutOfMemory, "The synthesiser could not start: close something.");
    }
    const int font = fluid_synth_sfload(synth.get(), soundFont.c_str(), 0);
    if (font == FLUID_FAILED) {
        return fail(ErrorCode::Corrupt,
            soundFont.string()
                + " is not a SoundFont: install the package fluid-soundfont-gm again.");
    }
    std::vector<float> gains;
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        const Track& track = *tracks[i];
        const bool drums = track.slot == Slot::Drums;
        if (!selectProgram(synth.get(), static_cast<int>(i), font, track)) {
            return fail(ErrorCode::NotFound,
                soundFont.string() + " lacks instrument " + std::to_string(track.program + 1)
                    + ": use a General MIDI SoundFont.");
        }
        gains.push_back(
            static_cast<float>(std::pow(10.0, programLevel(track.program, drums) / 20.0)));
    }
    return std::make_unique<FluidSlotSynth>(
        std::move(settings), std::move(synth), std::move(gains), std::move(events));
}

} // namespace pieria::audio
