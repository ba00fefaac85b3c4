// A loop must not show where it is joined: the seam tests a to g for a rendered loop.
#include "audio/analysis/spectrum.h"
#include "audio/analysis/tempo.h"
#include "audio/file/audio_reader.h"
#include "audio/synth/levels.h"
#include "audio/synth/note_events.h"
#include "audio/synth/score_synth.h"
#include "tests/support/audio_pieces.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace pieria;
using namespace pieria::audio;
using pieria::test::note;

namespace {

constexpr int kBars = 8;

/// The band, with what makes seams hard: a pad held over every bar line and over the end, an open
/// hi-hat before it, a lead note tied over it.
Score loopPiece()
{
    Score score = test::bandPiece(kBars, 97);
    for (int bar = 1; bar <= kBars; ++bar) {
        score.tracks[0].notes.push_back(note(4.0 * bar - 0.5, 0.5, 46, 110));
        score.tracks[4].notes.push_back(note(4.0 * bar - 0.5, 2, 79, 100));
    }
    for (Note& held : score.tracks[5].notes) {
        held.duration = 5 * kTicksPerBeat;
    }
    const Tick length = score.length;
    normalise(score);
    score.length = length;
    return score;
}

/// The same notes, `times` over.
Score unrolled(const Score& score, int times)
{
    Score longer = score;
    longer.length = score.length * times;
    for (Track& track : longer.tracks) {
        const auto once = track.notes;
        for (int round = 1; round < times; ++round) {
            for (Note again : once) {
                again.onset += round * score.length;
                track.notes.push_back(again);
            }
        }
    }
    normalise(longer);
    return longer;
}

std::vector<float> tiled(const std::vector<float>& mono, int times)
{
    std::vector<float> all;
    for (int i = 0; i < times; ++i) {
        all.insert(all.end(), mono.begin(), mono.end());
    }
    return all;
}

double energy(std::span<const float> samples)
{
    double sum = 0;
    for (const float x : samples) {
        sum += static_cast<double>(x) * x;
    }
    return sum;
}

/// Distance of the log spectra of the 50 ms before and after a place.
double logDistance(const std::vector<float>& mono, std::int64_t at)
{
    constexpr std::size_t kSize = 2400;
    Spectrum spectrum(kSize);
    const auto here = static_cast<std::size_t>(at);
    const auto span = spectrum.magnitudes(std::span(mono).subspan(here - kSize, kSize));
    const std::vector<float> before(span.begin(), span.end());
    const auto after = spectrum.magnitudes(std::span(mono).subspan(here, kSize));
    double sum = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const double d = std::log1p(100.0 * before[i]) - std::log1p(100.0 * after[i]);
        sum += d * d;
    }
    return std::sqrt(sum);
}

} // namespace

class SynthLoopTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    Score m_score = loopPiece();
    std::int64_t m_frames = 0;
    std::vector<float> m_stereo;
    std::vector<float> m_mono;
    double m_gain = 0;

    std::vector<float> render(const Score& score, LoopMode loop, const char* name,
        std::optional<double> gain, int threads)
    {
        SynthOptions options;
        options.cache = m_folder.filePath(QString(name) + "-cache").toStdString();
        options.threads = threads;
        RenderRequest request;
        request.score = score;
        request.mix = defaultMix(score);
        request.loop = loop;
        request.folder = m_folder.filePath(name).toStdString();
        request.gain = gain;
        QuietContext context;
        const auto result = makeScoreRenderer(options)->render(request, context);
        if (!result) {
            qWarning("%s", result.error().sentence.c_str());
            return {};
        }
        const auto& outcome = std::get<RenderOutcome>(*result);
        m_gain = outcome.gain;
        return readAudioFile(outcome.mix.path)->samples;
    }
    /// Frames of the bar lines inside the loop, without the seam.
    [[nodiscard]] std::vector<std::int64_t> innerBars() const
    {
        std::vector<std::int64_t> bars;
        for (int bar = 1; bar < kBars; ++bar) {
            bars.push_back(frameOfTick(m_score.tempo, bar * m_score.length / kBars));
        }
        return bars;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_stereo = render(m_score, LoopMode::On, "loop", std::nullopt, 1);
        m_mono = toMono(m_stereo);
        m_frames = static_cast<std::int64_t>(m_mono.size());
        QVERIFY(m_frames > 0);
    }

    void a_lengthIsExact()
    {
        const double bpm = m_score.tempo.bpmAt(0);
        QCOMPARE(m_frames, std::int64_t { std::llround(48000 * 60.0 * 4 * kBars / bpm) });
    }

    void b_noClick()
    {
        for (std::size_t c = 0; c < 2; ++c) {
            std::vector<double> steps;
            for (std::size_t i = c + 2; i < m_stereo.size(); i += 2) {
                steps.push_back(std::fabs(static_cast<double>(m_stereo[i]) - m_stereo[i - 2]));
            }
            const auto rank = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() * 99 / 100);
            std::nth_element(steps.begin(), rank, steps.end());
            const double seam
                = std::fabs(static_cast<double>(m_stereo[c]) - m_stereo[m_stereo.size() - 2 + c]);
            QVERIFY2(seam <= *rank, qPrintable(QString("%1 of %2").arg(seam).arg(*rank)));
        }
    }

    void c_seamFluxIsThatOfABarLine()
    {
        const auto twice = tiled(m_mono, 2);
        const OnsetStrength flux = onsetStrength(twice);
        const auto at = [&](std::int64_t frame) {
            const auto centre = static_cast<std::size_t>(
                std::lround(static_cast<double>(frame) / 48000 * flux.rate));
            return static_cast<double>(
                *std::max_element(flux.values.begin() + static_cast<std::ptrdiff_t>(centre) - 4,
                    flux.values.begin() + static_cast<std::ptrdiff_t>(centre) + 8));
        };
        double mean = 0;
        double square = 0;
        const auto bars = innerBars();
        for (const std::int64_t bar : bars) {
            const double value = at(bar);
            mean += value / static_cast<double>(bars.size());
            square += value * value / static_cast<double>(bars.size());
        }
        const double z = (at(m_frames) - mean) / std::sqrt(square - mean * mean);
        QVERIFY2(std::fabs(z) <= 2, qPrintable(QString::number(z)));
    }

    void d_spectrumChangesAsAtABarLine()
    {
        const auto twice = tiled(m_mono, 2);
        std::vector<double> distances;
        for (const std::int64_t bar : innerBars()) {
            distances.push_back(logDistance(twice, bar));
        }
        std::sort(distances.begin(), distances.end());
        const double ratio = logDistance(twice, m_frames) / distances[distances.size() / 2];
        QVERIFY2(ratio < 1.5, qPrintable(QString::number(ratio)));
    }

    void e_noOnsetsOffTheGrid()
    {
        const OnsetStrength flux = onsetStrength(tiled(m_mono, 3));
        const float strongest = *std::max_element(flux.values.begin(), flux.values.end());
        for (const std::int64_t seam : { m_frames, 2 * m_frames }) {
            for (std::size_t i = 1; i + 1 < flux.values.size(); ++i) {
                const double ms
                    = (static_cast<double>(i) / flux.rate - static_cast<double>(seam) / 48000)
                    * 1000;
                const bool isPeak = flux.values[i] > flux.values[i - 1]
                    && flux.values[i] >= flux.values[i + 1] && flux.values[i] > 0.15f * strongest;
                // The analysis window is 43 ms long: an onset shows up to 21 ms early.
                QVERIFY2(!isPeak || std::fabs(ms) > 30 || std::fabs(ms) <= 22,
                    qPrintable(QString::number(ms)));
            }
        }
    }

    void f_heldNotesContinueThroughTheSeam()
    {
        // A single pad note over the whole loop and into itself: a sine-like tone has no step.
        Score score;
        score.tempo = TempoMap(97);
        score.length = 8 * kTicksPerBeat;
        score.tracks = { test::makeTrack(Slot::Pad, 48, { note(1, 7.5, 60, 90) }) };
        const auto held = render(score, LoopMode::On, "held", std::nullopt, 1);
        double most = 0;
        for (std::size_t i = 2; i < held.size(); ++i) {
            most = std::max(most, std::fabs(static_cast<double>(held[i]) - held[i - 2]));
        }
        QVERIFY(std::fabs(held[0]) + std::fabs(held[1]) > 1e-3);
        QVERIFY(std::fabs(static_cast<double>(held[0]) - held[held.size() - 2]) <= most);
        QVERIFY(std::fabs(static_cast<double>(held[1]) - held[held.size() - 1]) <= most);
    }

    void g_tailsAreFoldedBack()
    {
        const double gain = m_gain;
        // In a piece that goes round three times, the second round has the first one's tails.
        const auto longer = render(unrolled(m_score, 3), LoopMode::Off, "long", gain, 2);
        m_gain = gain;
        const auto loop = render(m_score, LoopMode::On, "again", gain, 1);
        for (const std::int64_t length : { std::int64_t { 9600 }, m_frames }) {
            const auto floats = static_cast<std::size_t>(2 * length);
            const double inLoop = energy(std::span(loop).first(floats));
            const double inPiece
                = energy(std::span(longer).subspan(static_cast<std::size_t>(2 * m_frames), floats));
            const double decibels = 10 * std::log10(inLoop / inPiece);
            QVERIFY2(std::fabs(decibels) < 1, qPrintable(QString::number(decibels)));
        }
    }

    void loopsAreTheSameOnTwoThreads()
    {
        QVERIFY(render(m_score, LoopMode::On, "two", std::nullopt, 2) == m_stereo);
    }
};

QTEST_GUILESS_MAIN(SynthLoopTest)
#include "synth_loop_test.moc"
