#include "audio/engine/player.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace pieria::audio {

namespace {

constexpr std::int64_t kMostBlock = Player::kFadeFrames;
constexpr std::int64_t kResumeFrames = 12000; ///< 250 ms must be there to go on after a drought
constexpr float kLevelStep = 1.0f / static_cast<float>(Player::kFadeFrames);
constexpr float kVolumePole = 0.002f; ///< about 10 ms
constexpr std::int64_t kToneFrames = 48000;
constexpr double kToneLevel = 0.125892541179417; ///< -18 dBFS
constexpr float kMeterPole = 1.0f / (0.3f * 48000.0f);

} // namespace

struct Player::Snapshot
{
    PlayerWish wish;
    std::uint64_t sequence = 0;
};

const AudioSource* Player::Voice::source() const
{
    return owner ? owner->wish.source.get() : nullptr;
}

Player::Player()
{
    m_snapshots.push_back(std::make_unique<const Snapshot>());
    m_wish = m_snapshots.back().get();
    m_voice.owner = m_wish;
}

Player::~Player() = default;

void Player::want(PlayerWish wish)
{
    m_snapshots.push_back(
        std::make_unique<const Snapshot>(Snapshot { std::move(wish), m_nextSequence++ }));
    m_wish.store(m_snapshots.back().get());
    const std::uint64_t oldest = m_oldestInUse.load();
    std::erase_if(m_snapshots, [&](const auto& s) { return s->sequence < oldest; });
}

void Player::process(std::span<float> interleaved) noexcept
{
    const Snapshot& wish = *m_wish.load();
    while (!interleaved.empty()) {
        adopt(wish);
        const std::int64_t turn = std::min(framesUntilTurn(wish), kMostBlock);
        const auto floats = std::min(interleaved.size(), static_cast<std::size_t>(2 * turn));
        render(wish, interleaved.first(floats));
        interleaved = interleaved.subspan(floats);
    }
    // The voice takes the newest snapshot that holds its source, so that older ones can go.
    if (m_voice.source() == wish.wish.source.get()) {
        m_voice.owner = &wish;
    }
    std::uint64_t oldest = std::min(wish.sequence, m_voice.owner->sequence);
    if (m_fadeLeft > 0) {
        oldest = std::min(oldest, m_old.owner->sequence);
    }
    m_oldestInUse.store(oldest);
    m_position.store(m_voice.position);
}

bool Player::wantsSound(const Snapshot& wish) const noexcept
{
    return wish.wish.playing && m_endedSerial.load() != wish.wish.playSerial;
}

/// Seeks and changes of source wait for a fade that is under way (at most 5 ms).
void Player::adopt(const Snapshot& wish) noexcept
{
    if (m_fadeLeft > 0) {
        return;
    }
    const AudioSource* source = wish.wish.source.get();
    if (m_seekDone.load() != wish.wish.seekSerial) {
        // A pause comes to its end first; a playing source goes on until the new place is there.
        const bool isFading = !wantsSound(wish) && m_level > 0;
        const bool isThere = !source || source->isReady(wish.wish.seekTarget, kMostBlock);
        if (!isFading && (isThere || m_level == 0 || m_isStarved)) {
            jump(wish, wish.wish.seekTarget);
            m_seekDone.store(wish.wish.seekSerial);
        }
    } else if (source != m_voice.source()) {
        jump(wish, m_voice.position);
    }
}

/// The voice goes on from elsewhere; what it leaves fades out over it.
void Player::jump(const Snapshot& wish, std::int64_t position) noexcept
{
    if (m_level > 0) {
        m_old = m_voice;
        m_old.mayLoop = false;
        m_fadeLeft = kFadeFrames;
    }
    m_voice = { &wish, position, true };
    m_isStarved = false;
}

/// How far the next block may go before something has to be decided again.
std::int64_t Player::framesUntilTurn(const Snapshot& wish) const noexcept
{
    std::int64_t frames = m_fadeLeft > 0 ? m_fadeLeft : kMostBlock;
    if (wish.wish.loop && m_voice.position < wish.wish.loop->second) {
        frames = std::min(frames, wish.wish.loop->second - m_voice.position);
    }
    return std::max<std::int64_t>(frames, 1);
}

/// Sound stops softly before a source that is still growing (or being read) runs dry.
void Player::updateSupply(const Snapshot& wish, std::int64_t frames) noexcept
{
    const AudioSource* source = m_voice.source();
    if (!source || !wantsSound(wish)) {
        m_isStarved = false;
        return;
    }
    const std::int64_t position = m_voice.position;
    const bool finished = source->finished();
    const std::int64_t left = source->available().value() - position;
    const std::int64_t needed = m_isStarved ? kResumeFrames : frames + 2 * kFadeFrames;
    const bool isThere = (finished || left >= needed)
        && source->isReady(position, std::min(needed, std::max<std::int64_t>(left, 0)));
    if (!isThere && !m_isStarved && m_level > 0) {
        m_starvations.fetch_add(1);
    }
    m_isStarved = !isThere;
    if (m_isStarved) {
        source->read(position, {}); // says where to read ahead
    }
}

void Player::render(const Snapshot& wish, std::span<float> block) noexcept
{
    std::fill(block.begin(), block.end(), 0.0f);
    updateSupply(wish, static_cast<std::int64_t>(block.size() / 2));
    const bool isHeard = wantsSound(wish) && !m_isStarved;
    if (isHeard || m_level > 0) {
        renderVoice(wish, block);
    } else {
        m_fadeLeft = 0;
    }
    applyLevels(wish, block);
    addTone(wish, block);
    meter(block);
}

void Player::renderVoice(const Snapshot& wish, std::span<float> block) noexcept
{
    const auto frames = static_cast<std::int64_t>(block.size() / 2);
    if (const AudioSource* source = m_voice.source()) {
        source->read(m_voice.position, block);
    }
    m_voice.position += frames;
    if (m_fadeLeft > 0) {
        mixOldVoice(block);
    }
    if (wrap(wish)) {
        return;
    }
    const AudioSource* source = m_voice.source();
    if (source && source->finished() && m_voice.position >= source->available().value()) {
        m_voice.position = source->available().value();
        m_endedSerial.store(wish.wish.playSerial);
        m_level = 0;
    }
}

void Player::mixOldVoice(std::span<float> block) noexcept
{
    const std::span<float> old(m_scratch.data(), block.size());
    std::fill(old.begin(), old.end(), 0.0f);
    if (const AudioSource* source = m_old.source()) {
        source->read(m_old.position, old);
    }
    m_old.position += static_cast<std::int64_t>(block.size() / 2);
    for (std::size_t i = 0; i + 1 < block.size(); i += 2) {
        const float t = static_cast<float>(m_fadeLeft) * kLevelStep;
        block[i] += t * (old[i] - block[i]);
        block[i + 1] += t * (old[i + 1] - block[i + 1]);
        --m_fadeLeft;
    }
}

/// At the end of the loop region. A region that ends where the source ends is a loop that was made
/// to run on seamlessly: it is joined sample to sample. Any other is cross-faded.
bool Player::wrap(const Snapshot& wish) noexcept
{
    const auto& loop = wish.wish.loop;
    if (!loop || m_voice.position != loop->second || loop->first >= loop->second
        || !wish.wish.playing) {
        return false;
    }
    const AudioSource* source = m_voice.source();
    const bool isWhole
        = source && source->finished() && loop->second >= source->available().value();
    if (!isWhole && m_fadeLeft == 0) {
        m_old = m_voice;
        m_fadeLeft = kFadeFrames;
    }
    m_voice.position = loop->first;
    return true;
}

void Player::applyLevels(const Snapshot& wish, std::span<float> block) noexcept
{
    const float target = wantsSound(wish) && !m_isStarved ? 1.0f : 0.0f;
    for (std::size_t i = 0; i + 1 < block.size(); i += 2) {
        m_level += std::clamp(target - m_level, -kLevelStep, kLevelStep);
        m_volume += kVolumePole * (wish.wish.volume - m_volume);
        const float gain = m_level * m_volume;
        block[i] *= gain;
        block[i + 1] *= gain;
    }
    if (std::fabs(m_volume - wish.wish.volume) < 1e-5f) {
        m_volume = wish.wish.volume;
    }
}

void Player::addTone(const Snapshot& wish, std::span<float> block) noexcept
{
    if (m_toneSerial != wish.wish.toneSerial) {
        m_toneSerial = wish.wish.toneSerial;
        m_toneLeft = kToneFrames;
    }
    for (std::size_t i = 0; i + 1 < block.size() && m_toneLeft > 0; i += 2) {
        const std::int64_t at = kToneFrames - m_toneLeft--;
        const double phase = 2 * std::numbers::pi * 440 * static_cast<double>(at) / 48000;
        const double edge = static_cast<double>(std::min(at, m_toneLeft)) / kFadeFrames;
        const auto value = static_cast<float>(kToneLevel * std::min(edge, 1.0) * std::sin(phase));
        block[i] += value;
        block[i + 1] += value;
    }
}

void Player::meter(std::span<const float> block) noexcept
{
    for (std::size_t c = 0; c < 2; ++c) {
        float peak = 0;
        float square = m_square[c];
        for (std::size_t i = c; i < block.size(); i += 2) {
            peak = std::max(peak, std::fabs(block[i]));
            square += kMeterPole * (block[i] * block[i] - square);
        }
        m_square[c] = square < 1e-20f ? 0.0f : square;
        m_meanSquare[c].store(m_square[c]);
        float before = m_peak[c].load();
        while (before < peak && !m_peak[c].compare_exchange_weak(before, peak)) { }
    }
}

Meter Player::takeMeter()
{
    Meter meter;
    for (std::size_t c = 0; c < 2; ++c) {
        meter.peak[c] = m_peak[c].exchange(0.0f);
        meter.rms[c] = std::sqrt(m_meanSquare[c].load());
    }
    return meter;
}

} // namespace pieria::audio
