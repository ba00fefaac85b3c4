// Analysis against signals whose answers are known.
#include "audio/analysis/key.h"
#include "audio/analysis/loudness.h"
#include "audio/analysis/peaks.h"
#include "audio/analysis/silence.h"
#include "audio/analysis/spectrogram.h"
#include "audio/analysis/spectrum.h"
#include "audio/analysis/tempo.h"
#include "audio/synth/biquad.h"
#include "audio/synth/master.h"
#include "audio/synth/mix_meter.h"
#include "core/base/noise.h"
#include "tests/support/audio_pieces.h"

#include <QtTest>

#include <cmath>
#include <complex>
#include <numbers>

using namespace pieria;
using namespace pieria::audio;

namespace {

std::vector<float> monoSine(double hertz, double amplitude, std::size_t samples)
{
    std::vector<float> x(samples);
    for (std::size_t i = 0; i < samples; ++i) {
        x[i] = static_cast<float>(
            amplitude * std::sin(2 * std::numbers::pi * hertz * static_cast<double>(i) / 48000));
    }
    return x;
}

std::vector<float> stereo(const std::vector<float>& mono)
{
    std::vector<float> x;
    for (const float sample : mono) {
        x.insert(x.end(), { sample, sample });
    }
    return x;
}

std::vector<float> noise(std::size_t samples)
{
    std::vector<float> x(samples);
    Noise(1, "analysis").fillNormal(0, x);
    for (float& value : x) {
        value *= 0.1f;
    }
    return x;
}

/// Short bursts of noise on the beats, softer ones between.
std::vector<float> clicks(double bpm, double seconds)
{
    std::vector<float> x(static_cast<std::size_t>(48000 * seconds));
    const auto burst = noise(2000);
    for (int i = 0; i * 30 / bpm < seconds; ++i) {
        const auto start = static_cast<std::size_t>(i * 30 / bpm * 48000);
        for (std::size_t k = 0; k < burst.size() && start + k < x.size(); ++k) {
            const float decay = std::exp(-static_cast<float>(k) / 400.0f);
            x[start + k] += burst[k] * decay * (i % 2 == 0 ? 4.0f : 1.5f);
        }
    }
    return x;
}

double responseAt(const BiquadCoefficients& c, double hertz)
{
    const std::complex<double> z = std::polar(1.0, -2 * std::numbers::pi * hertz / 48000);
    return 20
        * std::log10(std::abs((c.b0 + c.b1 * z + c.b2 * z * z) / (1.0 + c.a1 * z + c.a2 * z * z)));
}

} // namespace

class AnalysisTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loudnessOfTheReferenceSine()
    {
        // EBU Tech 3341, case 1: 1 kHz at -23 dBFS in both channels is -23 LUFS.
        const auto x = stereo(monoSine(1000, std::pow(10.0, -23.0 / 20), 48000 * 20));
        const Loudness loudness = measureLoudness(x);
        QVERIFY(std::fabs(loudness.integrated + 23) < 0.1);
        QVERIFY(std::fabs(loudness.truePeak + 23) < 0.1);
        MixMeter meter;
        meter.add(x);
        const ChunkLevels levels = meter.finish();
        const std::vector<float> unity(levels.power.size(), 1.0f);
        QVERIFY(std::fabs(integratedLoudness(levels.power, unity) + 23) < 0.1);
        QCOMPARE(measureLoudness(std::vector<float>(96000)).integrated, -70.0);
    }

    void ourMeterAgreesWithLibebur128()
    {
        auto x = stereo(clicks(100, 20));
        MixMeter meter;
        meter.add(x);
        const ChunkLevels levels = meter.finish();
        const std::vector<float> unity(levels.power.size(), 1.0f);
        const Loudness reference = measureLoudness(x);
        QVERIFY(std::fabs(integratedLoudness(levels.power, unity) - reference.integrated) < 0.1);
        const float peak = *std::max_element(levels.peak.begin(), levels.peak.end());
        QVERIFY(std::fabs(20 * std::log10(peak) - reference.truePeak) < 0.2);
    }

    void truePeakIsFoundBetweenSamples()
    {
        // A quarter of the sample rate, 45 degrees off: samples reach 0.707 of the wave.
        std::vector<float> x;
        for (int i = 0; i < 48000; ++i) {
            const auto v = static_cast<float>(
                0.9 * std::sin(std::numbers::pi / 2 * i + std::numbers::pi / 4));
            x.insert(x.end(), { v, v });
        }
        MixMeter meter;
        meter.add(x);
        const ChunkLevels levels = meter.finish();
        QVERIFY(std::fabs(levels.peak[500] - 0.9f) < 0.01f);
    }

    void masterKeepsWhatItPromises()
    {
        auto x = stereo(clicks(123, 20));
        MixMeter meter;
        meter.add(x);
        const ChunkLevels levels = meter.finish();
        MasterSettings settings;
        settings.loudness = -14;
        const Mastered result = master(levels, settings);
        result.curve.apply(0, x);
        const Loudness after = measureLoudness(x);
        QVERIFY(after.truePeak <= -1.0);
        QVERIFY(result.limiting <= 6.0);
        QVERIFY(std::fabs(after.integrated - result.loudness) < 0.3);
    }

    void equaliserCurves()
    {
        const auto low = lowShelf(120, 6, 48000);
        QVERIFY(std::fabs(responseAt(low, 5) - 6) < 0.1);
        QVERIFY(std::fabs(responseAt(low, 120) - 3) < 0.1);
        QVERIFY(std::fabs(responseAt(low, 5000)) < 0.1);
        const auto mid = bell(1000, 0.7, -9, 48000);
        QVERIFY(std::fabs(responseAt(mid, 1000) + 9) < 0.01);
        QVERIFY(std::fabs(responseAt(mid, 20)) < 0.1);
        const auto high = highShelf(6000, 4, 48000);
        QVERIFY(std::fabs(responseAt(high, 20000) - 4) < 0.2);
        QVERIFY(std::fabs(responseAt(high, 50)) < 0.05);
    }

    void peaksNeverMissOne()
    {
        auto x = stereo(noise(100003));
        x[2 * 54321] = 0.97f;
        x[2 * 77777 + 1] = -0.98f;
        PeakPyramid pyramid;
        std::span<const float> rest(x);
        for (std::size_t size = 2; !rest.empty(); size = size * 3 + 2) {
            const auto part = rest.first(std::min(size % 9999 / 2 * 2 + 2, rest.size()));
            pyramid.add(part);
            rest = rest.subspan(part.size());
        }
        QCOMPARE(pyramid.frames(), std::int64_t { 100003 });
        for (const int count : { 1, 7, 100, 781 }) {
            const auto columns = pyramid.columns(0, 0, 100003.0 / count, count);
            for (int i = 0; i < count; ++i) {
                const auto first = static_cast<std::size_t>(i * 100003.0 / count);
                const auto last = static_cast<std::size_t>((i + 1) * 100003.0 / count);
                float low = 1;
                float high = -1;
                for (std::size_t f = first; f < last; ++f) {
                    low = std::min(low, x[2 * f]);
                    high = std::max(high, x[2 * f]);
                }
                const PeakCell& cell = columns[static_cast<std::size_t>(i)];
                QVERIFY(cell.low <= low && cell.high >= high);
            }
        }
        const auto whole = pyramid.columns(1, 0, 100003, 1)[0];
        QCOMPARE(whole.low, -0.98f);
        QVERIFY(std::fabs(whole.rms - 0.1f) < 0.002f);
    }

    void peaksAreSavedAndGrowOn()
    {
        const auto x = stereo(noise(50000));
        PeakPyramid whole;
        whole.add(x);
        PeakPyramid part;
        part.add(std::span(x).first(2 * 30001));
        auto loaded = PeakPyramid::load(part.save());
        QVERIFY(loaded.has_value());
        QVERIFY(*loaded == part);
        loaded->add(std::span(x).subspan(2 * 30001));
        QVERIFY(*loaded == whole);
        const std::string bytes = whole.save();
        for (std::size_t cut = 0; cut < bytes.size(); cut += 977) {
            QVERIFY(!PeakPyramid::load(std::string_view(bytes).substr(0, cut)));
        }
        QVERIFY(!PeakPyramid::load(std::string("PPK1") + std::string(60, '\xff')));
    }

    void spectrogramShowsASineAtItsBand()
    {
        const SpectrogramSettings settings;
        for (const double hertz : { 110.0, 440.0, 3520.0 }) {
            const auto picture = spectrogram(monoSine(hertz, 1, 48000), settings);
            const int expected = static_cast<int>(std::lround(bandOfFrequency(hertz, settings)));
            const std::size_t column = picture.columns / 2;
            int loudest = 0;
            for (int band = 0; band < picture.bands; ++band) {
                loudest = picture.at(column, band) > picture.at(column, loudest) ? band : loudest;
            }
            QVERIFY(std::abs(loudest - expected) <= 1);
            QVERIFY(picture.at(column, loudest) > 245);
            QVERIFY(picture.at(column, settings.bands - 1) < 60);
        }
    }

    void tempoOfClicks()
    {
        for (const double bpm : { 72.0, 93.0, 120.0, 148.0 }) {
            const auto estimate = estimateTempo(onsetStrength(clicks(bpm, 25)), { 1.1 * bpm, 0.9 });
            QVERIFY(estimate.has_value());
            QVERIFY2(std::fabs(estimate->bpm / bpm - 1) < 0.02,
                qPrintable(QString("%1 for %2").arg(estimate->bpm).arg(bpm)));
            QVERIFY(estimate->clarity > 0.3);
        }
        QVERIFY(!estimateTempo(onsetStrength(std::vector<float>(480000))));
        QVERIFY(!estimateTempo(onsetStrength(clicks(120, 2))));
    }

    void keyOfChordsAndOfNotes()
    {
        for (const int tonic : { 0, 2, 7, 10 }) {
            std::vector<float> x(48000 * 8);
            const int degrees[4][3] = { { 0, 4, 7 }, { 5, 9, 12 }, { 7, 11, 14 }, { 0, 4, 7 } };
            Score score;
            std::vector<Note> notes;
            for (int chord = 0; chord < 4; ++chord) {
                for (const int step : degrees[chord]) {
                    const int pitch = 48 + tonic + step;
                    notes.push_back(test::note(2 * chord, 2, pitch));
                    const double hertz = 440 * std::exp2((pitch - 69 + 0.2) / 12.0);
                    const auto tone = monoSine(hertz, 0.2, 96000);
                    for (std::size_t i = 0; i < tone.size(); ++i) {
                        x[static_cast<std::size_t>(chord) * 96000 + i] += tone[i];
                    }
                }
            }
            score.tracks = { test::makeTrack(Slot::Chords, 0, notes) };
            const Key expected { tonic, Mode::Major };
            QVERIFY(estimateKey(chromaOf(x)).key == expected);
            QVERIFY(estimateKey(chromaOf(score)).key == expected);
        }
    }

    void silence()
    {
        std::vector<float> x(96000);
        QCOMPARE(silenceRatio(x), 1.0);
        for (std::size_t i = 0; i < 48000; ++i) {
            x[i] = 0.1f;
        }
        QVERIFY(std::fabs(silenceRatio(x) - 0.5) < 0.02);
    }
};

QTEST_GUILESS_MAIN(AnalysisTest)
#include "analysis_test.moc"
