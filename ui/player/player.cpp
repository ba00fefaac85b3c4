#include "ui/player/player.h"

#include "core/engine/score_renderer.h"
#include "ui/player/time_text.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace pieria::ui {

namespace {

constexpr std::int64_t kHeadroom = kSampleRate / 4; ///< a growing source must be this far ahead
constexpr const char* kLoopKey = "loop";

Frames toFrames(Seconds time)
{
    return Frames(std::llround(time.value() * kSampleRate));
}

} // namespace

Player::Player(Document& document, audio::AudioEngine& engine, PlayerHooks hooks, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_engine(engine)
    , m_hooks(std::move(hooks))
{
    m_tick.setInterval(kTickMs);
    m_slow.setInterval(250);
    m_renderDelay.setInterval(kRenderDelayMs);
    m_renderDelay.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &Player::onTick);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        watchGrowth();
        watchDevice();
        adoptCandidate();
    });
    connect(&m_renderDelay, &QTimer::timeout, this, &Player::requestRender);
    connect(&m_document, &Document::currentTakeChanged, this, &Player::onTakeChanged);
    connect(&m_document, &Document::projectReplaced, this, [this] {
        m_engine.stop();
        m_entries.clear();
        m_a.reset();
        m_b.reset();
        restoreLoop();
        onTakeChanged();
        Q_EMIT compareChanged();
    });
    connect(&m_document, &Document::scoreChanged, this, &Player::onEdited);
    connect(&m_document, &Document::mixChanged, this, &Player::onEdited);
    connect(&m_document, &Document::takeAudioChanged, this, &Player::onAudioChanged);
    connect(&m_document, &Document::takeRemoved, this, [this](const TakeId& id) {
        if (m_a == id || m_b == id) {
            setCompare(std::nullopt, std::nullopt);
        }
    });
    m_lastDevice = m_engine.deviceState();
    m_lastUnderruns = m_engine.underruns();
    m_slow.start();
    restoreLoop();
    onTakeChanged();
}

Player::~Player() = default;

void Player::setHooks(PlayerHooks hooks)
{
    m_hooks = std::move(hooks);
    onTakeChanged();
}

const TakeId* Player::current() const
{
    const ProjectTake* take = m_document.currentTake();
    return take == nullptr ? nullptr : &take->take.id;
}

// Transport.

void Player::play()
{
    const auto end = length();
    if (end.value() > 0 && position() >= end) {
        m_engine.seek(Frames(0));
    }
    m_engine.play();
    m_tick.start();
    onTick();
}

void Player::pause()
{
    m_engine.pause();
    onTick();
}

void Player::togglePlay()
{
    isPlaying() ? pause() : play();
}

void Player::stop()
{
    m_engine.stop();
    onTick();
}

void Player::seek(Frames position)
{
    m_engine.seek(std::clamp(position, Frames(0), std::max(Frames(0), length())));
    Q_EMIT positionChanged();
}

void Player::seekTick(Tick tick)
{
    seek(framesAt(std::max<Tick>(0, tick)));
}

void Player::nudge(int beats)
{
    if (score() == nullptr) {
        return;
    }
    const Tick beat = beatTicksAt(*score(), positionTick());
    // A little before a beat counts as on it: frames round down to ticks.
    const Tick whole = (positionTick() + beat / 8) / beat;
    seekTick((whole + beats) * beat);
}

void Player::setVolume(Decibels volume)
{
    m_volume = Decibels(std::clamp(volume.value(), -60.0, 6.0));
    m_engine.setVolume(m_volume);
}

audio::TransportState Player::state() const
{
    return m_engine.state();
}

bool Player::isPlaying() const
{
    return state() == audio::TransportState::Playing;
}

Frames Player::position() const
{
    return m_engine.position();
}

Tick Player::positionTick() const
{
    return tickAt(position());
}

Frames Player::length() const
{
    if (score() == nullptr) {
        return Frames(0);
    }
    const Frames written = framesAt(score()->length);
    const auto playing = stageSource();
    if (playing == nullptr) {
        return written;
    }
    return playing->finished() ? playing->available() : std::max(written, playing->available());
}

Frames Player::available() const
{
    const auto playing = stageSource();
    return playing == nullptr ? Frames(0) : playing->available();
}

const Score* Player::score() const
{
    if (m_preview) {
        return &m_preview->score;
    }
    const ProjectTake* take = m_document.currentTake();
    return take == nullptr ? nullptr : &take->take.score;
}

std::shared_ptr<const audio::AudioSource> Player::stageSource() const
{
    if (m_preview) {
        return m_preview->source;
    }
    return current() == nullptr ? nullptr : source(*current());
}

bool Player::stageSourceIsAsset() const
{
    const auto found
        = m_preview || current() == nullptr ? m_entries.end() : m_entries.find(*current());
    return found != m_entries.end() && found->second.source != nullptr && found->second.asset;
}

std::filesystem::path Player::stageAssetPath() const
{
    return stageSourceIsAsset() && m_hooks.assetPath
        ? m_hooks.assetPath(*m_entries.at(*current()).asset)
        : std::filesystem::path();
}

// Loop.

void Player::setLoop(std::optional<LoopRegion> loop)
{
    if (loop && loop->end <= loop->begin) {
        loop.reset();
    }
    if (m_loop == loop) {
        return;
    }
    m_loop = loop;
    m_document.setView(kLoopKey,
        loop ? std::to_string(loop->begin) + " " + std::to_string(loop->end)
                + (loop->enabled ? " on" : " off")
             : std::string());
    applyLoop();
    Q_EMIT loopChanged();
}

void Player::setLoopEnabled(bool enabled)
{
    auto loop = m_loop;
    if (!loop) {
        if (score() == nullptr || score()->length <= 0) {
            return;
        }
        loop = LoopRegion { 0, score()->length, enabled };
    }
    loop->enabled = enabled;
    setLoop(loop);
}

void Player::applyLoop()
{
    if (!m_loop || !m_loop->enabled || score() == nullptr) {
        m_engine.setLoop(std::nullopt);
        return;
    }
    m_engine.setLoop(std::pair(framesAt(m_loop->begin), framesAt(m_loop->end)));
}

void Player::restoreLoop()
{
    m_loop.reset();
    const auto& view = m_document.project().view;
    const auto found = view.find(kLoopKey);
    if (found != view.end()) {
        const QStringList parts = QString::fromStdString(found->second).split(QLatin1Char(' '));
        if (parts.size() == 3) {
            const LoopRegion loop { parts[0].toLongLong(), parts[1].toLongLong(),
                parts[2] == QLatin1String("on") };
            if (loop.begin >= 0 && loop.end > loop.begin) {
                m_loop = loop;
            }
        }
    }
    applyLoop();
    Q_EMIT loopChanged();
}

// Sources.

std::shared_ptr<const audio::AudioSource> Player::source(const TakeId& take) const
{
    const auto found = m_entries.find(take);
    return found == m_entries.end() ? nullptr : found->second.source;
}

bool Player::isStale(const TakeId& take) const
{
    const auto found = m_entries.find(take);
    return found != m_entries.end() && found->second.stale;
}

void Player::offerSource(const TakeId& take, std::shared_ptr<const audio::AudioSource> source)
{
    if (source == nullptr) {
        return;
    }
    Entry& entry = m_entries[take];
    if (current() != nullptr && *current() == take) {
        entry.candidate = Candidate { std::move(source), Adopt::WhenReady, std::nullopt };
        adoptCandidate();
        return;
    }
    entry.source = std::move(source);
    entry.asset.reset();
    entry.candidate.reset();
    if (std::exchange(entry.stale, false)) {
        Q_EMIT staleChanged(take);
    }
}

bool Player::ready(const Candidate& candidate) const
{
    if (!isPlaying() || candidate.source->finished()) {
        return candidate.adopt == Adopt::WhenReady || !isPlaying();
    }
    return candidate.adopt == Adopt::WhenReady
        && candidate.source->available().value() >= position().value() + kHeadroom;
}

void Player::adoptCandidate()
{
    const TakeId* id = current();
    if (id == nullptr) {
        return;
    }
    Entry& entry = m_entries[*id];
    const bool nothingYet = entry.source == nullptr;
    if (entry.candidate && (nothingYet || ready(*entry.candidate))) {
        const Candidate candidate = *std::exchange(entry.candidate, std::nullopt);
        useSource(entry, candidate);
    }
}

void Player::useSource(Entry& entry, const Candidate& candidate)
{
    entry.source = candidate.source;
    entry.asset = candidate.asset;
    if (!m_preview) {
        m_engine.setSource(entry.source);
    }
    const TakeId id = *current();
    // A newer edit that waits for its render keeps the take stale.
    if (entry.stale && !m_renderDelay.isActive()) {
        entry.stale = false;
        Q_EMIT staleChanged(id);
    }
    Q_EMIT sourceChanged();
    watchGrowth();
}

void Player::openFromAsset(const ProjectTake& take, Adopt adopt)
{
    if (!take.audio || !m_hooks.openAsset) {
        return;
    }
    auto opened = m_hooks.openAsset(*take.audio);
    if (opened && *opened != nullptr) {
        m_entries[take.take.id].candidate = Candidate { std::move(*opened), adopt, take.audio };
    }
}

void Player::onTakeChanged()
{
    m_renderDelay.stop();
    const ProjectTake* take = m_document.currentTake();
    if (take == nullptr) {
        if (!m_preview) {
            m_engine.stop();
            m_engine.setSource(nullptr);
        }
    } else {
        Entry& entry = m_entries[take->take.id];
        if (entry.source == nullptr && !entry.candidate) {
            openFromAsset(*take, Adopt::WhenReady);
        }
        if (entry.candidate) {
            const Candidate candidate = *std::exchange(entry.candidate, std::nullopt);
            entry.source = candidate.source;
            entry.asset = candidate.asset;
        }
        if (!m_preview) {
            m_engine.setSource(entry.source);
        }
        if (entry.stale || entry.source == nullptr) {
            m_renderDelay.start();
        }
        if (length().value() > 0 && position() >= length()) {
            m_engine.seek(Frames(0));
        }
    }
    applyLoop();
    Q_EMIT sourceChanged();
    Q_EMIT loudnessChanged();
    watchGrowth();
    Q_EMIT positionChanged();
}

void Player::onEdited(const TakeId& take)
{
    Entry& entry = m_entries[take];
    if (!std::exchange(entry.stale, true)) {
        Q_EMIT staleChanged(take);
    }
    if (current() != nullptr && *current() == take) {
        applyLoop(); // the tempo may have changed
        m_renderDelay.start();
        watchGrowth();
    }
}

void Player::onAudioChanged(const TakeId& take)
{
    const ProjectTake* found = findTake(m_document.project(), take);
    if (found == nullptr) {
        return;
    }
    // The file takes over from memory where nobody can hear it.
    openFromAsset(*found, source(take) == nullptr ? Adopt::WhenReady : Adopt::WhenIdle);
    adoptCandidate();
}

void Player::requestRender()
{
    const TakeId* id = current();
    if (id == nullptr || !m_hooks.render) {
        return;
    }
    m_hooks.render(TakeId(*id));
}

void Player::renderNow()
{
    m_renderDelay.stop();
    requestRender();
}

void Player::setLoudness(const TakeId& take, double lufs)
{
    m_entries[take].loudness = lufs;
    Q_EMIT loudnessChanged();
}

std::optional<double> Player::loudness() const
{
    const TakeId* id = current();
    const auto found = id == nullptr ? m_entries.end() : m_entries.find(*id);
    return found == m_entries.end() ? std::nullopt : found->second.loudness;
}

// While a piece is being made.

void Player::setPreview(StagePreview preview)
{
    const bool other = !m_preview || m_preview->source != preview.source;
    if (!m_preview) {
        m_engine.seek(Frames(0));
    }
    m_preview = std::move(preview);
    if (other) {
        m_engine.setSource(m_preview->source);
        Q_EMIT sourceChanged();
    }
    applyLoop();
    Q_EMIT previewChanged();
    watchGrowth();
}

void Player::endPreview()
{
    if (!std::exchange(m_preview, std::nullopt)) {
        return;
    }
    onTakeChanged();
    Q_EMIT previewChanged();
}

// A/B.

void Player::setCompare(std::optional<TakeId> a, std::optional<TakeId> b)
{
    if (m_a == a && m_b == b) {
        return;
    }
    m_a = std::move(a);
    m_b = std::move(b);
    Q_EMIT compareChanged();
}

bool Player::canCompare() const
{
    return m_a && m_b && m_a != m_b;
}

void Player::toggleCompare()
{
    if (!canCompare() || current() == nullptr) {
        return;
    }
    m_document.setCurrentTake(*current() == *m_a ? m_b : m_a);
}

// Device.

std::vector<audio::DeviceInfo> Player::devices() const
{
    return m_engine.devices();
}

Status Player::openDevice(int index, int bufferFrames)
{
    const Status status = m_engine.openDevice(index, bufferFrames);
    m_lastDevice = m_engine.deviceState();
    Q_EMIT deviceChanged();
    return status;
}

Status Player::reconnect()
{
    const Status status = m_engine.reconnect();
    m_lastDevice = m_engine.deviceState();
    Q_EMIT deviceChanged();
    return status;
}

audio::DeviceState Player::deviceState() const
{
    return m_engine.deviceState();
}

QString Player::deviceName() const
{
    return QString::fromStdString(m_engine.deviceName());
}

std::int64_t Player::underruns() const
{
    return m_engine.underruns();
}

void Player::playTestTone()
{
    m_engine.playTestTone();
}

// Conversions.

Frames Player::framesAt(Tick tick) const
{
    return score() == nullptr ? Frames(0) : toFrames(score()->tempo.secondsAt(tick));
}

Tick Player::tickAt(Frames frames) const
{
    if (score() == nullptr) {
        return 0;
    }
    // Half a frame on top: a tick survives the way through frames and back.
    const double seconds = (static_cast<double>(frames.value()) + 0.5) / kSampleRate;
    return score()->tempo.tickAt(Seconds(seconds));
}

// Watching.

void Player::onTick()
{
    adoptCandidate();
    watchGrowth();
    watchDevice();
    const auto playing = stageSource();
    const bool looped = m_loop && m_loop->enabled;
    if (isPlaying() && !looped && playing != nullptr && playing->finished()
        && position() >= playing->available()) {
        m_engine.stop();
    }
    Q_EMIT meterChanged(m_engine.takeMeter());
    Q_EMIT positionChanged();
    if (const auto now = state(); now != m_lastState) {
        m_lastState = now;
        Q_EMIT stateChanged();
    }
    if (!isPlaying()) {
        m_tick.stop();
        Q_EMIT meterChanged(audio::Meter {});
    }
}

void Player::watchGrowth()
{
    const auto nowLength = length().value();
    const auto nowAvailable = available().value();
    if (nowLength != m_lastLength || nowAvailable != m_lastAvailable) {
        m_lastLength = nowLength;
        m_lastAvailable = nowAvailable;
        Q_EMIT lengthChanged();
    }
}

void Player::watchDevice()
{
    if (const auto now = m_engine.deviceState(); now != m_lastDevice) {
        m_lastDevice = now;
        Q_EMIT deviceChanged();
    }
    if (const auto now = m_engine.underruns(); now != m_lastUnderruns) {
        m_lastUnderruns = now;
        Q_EMIT underrunsChanged(now);
    }
}

} // namespace pieria::ui
