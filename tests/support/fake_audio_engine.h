// An AudioEngine without a device whose clock the test turns, and sources made of a function.
#pragma once

#include "audio/engine/audio_engine.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace pieria::testing {

/// Audio computed on demand; `grow` lets it arrive bit by bit.
class FakeSource final : public audio::AudioSource
{
public:
    using Wave = std::function<float(std::int64_t frame, int channel)>;
    FakeSource(std::int64_t frames, Wave wave, bool finished = true)
        : m_frames(frames)
        , m_wave(std::move(wave))
        , m_finished(finished)
    {
    }
    [[nodiscard]] Frames available() const override { return Frames(m_frames); }
    [[nodiscard]] bool finished() const override { return m_finished; }
    void read(std::int64_t first, std::span<float> interleaved) const override
    {
        for (std::size_t i = 0; i < interleaved.size(); ++i) {
            const auto frame = first + static_cast<std::int64_t>(i / 2);
            interleaved[i] = frame < m_frames ? m_wave(frame, static_cast<int>(i % 2)) : 0.0F;
        }
    }
    void grow(std::int64_t frames) { m_frames += frames; }
    void finish() { m_finished = true; }

private:
    std::int64_t m_frames;
    Wave m_wave;
    bool m_finished;
};

/// A decaying beat at 2 Hz under a sine of 440 Hz: something to look at.
[[nodiscard]] inline std::shared_ptr<FakeSource> makeBeatSource(
    std::int64_t frames, bool finished = true)
{
    return std::make_shared<FakeSource>(
        frames,
        [](std::int64_t frame, int channel) {
            const double t = static_cast<double>(frame) / 48000;
            const double beat = std::exp(-6 * std::fmod(t, 0.5));
            const double pitch = channel == 0 ? 440 : 554.37;
            const double swell = 0.55 + 0.3 * std::sin(t * 0.35);
            return static_cast<float>(0.8 * swell * beat * std::sin(t * pitch * 6.283185307)
                + 0.12 * swell * std::sin(t * 97 * 6.283185307));
        },
        finished);
}

class FakeAudioEngine final : public audio::AudioEngine
{
public:
    std::vector<audio::DeviceInfo> deviceList { { 0, "Speakers", 48000, Seconds(0.02) },
        { 1, "Headphones", 48000, Seconds(0.01) } };
    audio::DeviceState device = audio::DeviceState::Ready;
    std::string name = "Speakers";
    std::shared_ptr<const audio::AudioSource> source;
    std::int64_t at = 0;
    audio::TransportState transport = audio::TransportState::Stopped;
    std::optional<std::pair<Frames, Frames>> loop;
    std::int64_t dropouts = 0;
    int sourceChanges = 0;
    int tones = 0;
    audio::Meter meter;
    Decibels volume { 0 };

    /// Plays on, as the callback would.
    void advance(std::int64_t frames)
    {
        if (transport != audio::TransportState::Playing) {
            return;
        }
        at += frames;
        if (loop && at >= loop->second.value()) {
            const auto span = loop->second.value() - loop->first.value();
            at = loop->first.value() + (at - loop->first.value()) % span;
        }
    }

    [[nodiscard]] std::vector<audio::DeviceInfo> devices() const override { return deviceList; }
    Status openDevice(int index, int) override
    {
        if (index >= static_cast<int>(deviceList.size())) {
            return fail(ErrorCode::Unavailable, "That device is gone; choose another one.");
        }
        name = deviceList[static_cast<std::size_t>(std::max(0, index))].name;
        device = audio::DeviceState::Ready;
        return {};
    }
    Status reconnect() override { return openDevice(-1, 0); }
    [[nodiscard]] audio::DeviceState deviceState() const override { return device; }
    [[nodiscard]] std::string deviceName() const override { return name; }
    void setSource(std::shared_ptr<const audio::AudioSource> next) override
    {
        source = std::move(next);
        ++sourceChanges;
    }
    void play() override { transport = audio::TransportState::Playing; }
    void pause() override { transport = audio::TransportState::Paused; }
    void stop() override
    {
        transport = audio::TransportState::Stopped;
        at = loop ? loop->first.value() : 0;
    }
    void seek(Frames position) override { at = position.value(); }
    void setLoop(std::optional<std::pair<Frames, Frames>> region) override { loop = region; }
    void setVolume(Decibels value) override { volume = value; }
    [[nodiscard]] audio::TransportState state() const override { return transport; }
    [[nodiscard]] Frames position() const override { return Frames(at); }
    [[nodiscard]] audio::Meter takeMeter() override { return meter; }
    [[nodiscard]] std::int64_t underruns() const override { return dropouts; }
    void playTestTone() override { ++tones; }
};

} // namespace pieria::testing
