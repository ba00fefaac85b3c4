#include "ui/roll/pitch_name.h"

#include "core/score/gm.h"

#include <QCoreApplication>
#include <QObject>

#include <array>

namespace pieria::ui {

namespace {

/// Keys on the flat side of the circle, by the tonic of their relative major.
bool usesFlats(Key key)
{
    static constexpr std::array<int, 7> kMajorAbove { 0, 3, 10, 8, 7, 5, 1 };
    const int major = (key.tonic + kMajorAbove[static_cast<std::size_t>(key.mode)]) % 12;
    return major == 5 || major == 10 || major == 3 || major == 8 || major == 1;
}

} // namespace

QString pitchName(int pitch, Key key)
{
    static constexpr std::array<const char*, 12> kSharp { "C", "C#", "D", "D#", "E", "F", "F#", "G",
        "G#", "A", "A#", "B" };
    static constexpr std::array<const char*, 12> kFlat { "C", "Db", "D", "Eb", "E", "F", "Gb", "G",
        "Ab", "A", "Bb", "B" };
    const auto index = static_cast<std::size_t>(pitch % 12);
    const char* name = usesFlats(key) ? kFlat[index] : kSharp[index];
    return QLatin1String(name) + QString::number(pitch / 12 - 1);
}

QString soundName(const Track& track, int pitch, Key key)
{
    if (track.slot != Slot::Drums) {
        return pitchName(pitch, key);
    }
    const auto name = drumName(pitch);
    return name.empty() ? QObject::tr("Drum %1").arg(pitch)
                        : QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString noteCountText(std::size_t count)
{
    return count == 1 ? QCoreApplication::translate("pieria::ui::NoteCount", "1 note")
                      : QCoreApplication::translate(
                            "pieria::ui::NoteCount", "%n notes", nullptr, static_cast<int>(count));
}

} // namespace pieria::ui
